/** Words that set names side by side, and ask of nothing in particular. */
const SETS_SIDE_BY_SIDE =
  /\b(?:vs|versus|v|or|and|n|with|against|to|from|differences?|diff|differ|differs|different|between|compar(?:e|es|ed|ing|ison)|contrast|distinguish|distinction|separates?|apart|side|by|stack|up|same|similar|thing|better|best|pick|choose|choosing|decide|deciding|torn|cant|should|i|id|me|my|for|help|please|pls|plz|tell|explain|show|give|about|how|do|does|is|are|was|it|they|them|that|this|those|these|and|what|whats|which|one|ones|the|a|an|of|as|in|on|just|so|ok|hey|hi|can|could|you|u|quick|quickly|two|three|both|each|other|role|roles|job|jobs|pros|cons)\b/g;

/** Nothing is said but names and the words that set them side by side: "difference between X and Y". */
export function isPlainComparison(masked: string): boolean {
  const rest = masked
    .replace(/\b[A-Z]+\d+\b/g, "")
    .replace(SETS_SIDE_BY_SIDE, "")
    .replace(/[ .,]/g, "");
  return rest.length <= 3;
}
