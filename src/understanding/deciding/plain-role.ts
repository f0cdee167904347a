/** Words that lead over to a role and ask nothing by themselves: "ok, and what about". */
const LEADS_OVER =
  /^(?:(?:ok|okay|so|and|also|then|but|now|cool|hmm|right|well|ah|oh|k|great|nice|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|thx|thanks|ta|cheers|um|uh|hm|please|pls) ,? ?)*(?:what about|how about|what of|and|or|same for|same question for|same thing for|whats about|hows about|how bout|what bout|wat about|wbout|wbt|now|then|for|as for|if|what if|do|now do|try|let us do|lets do|show|tell me about|go on to|give me|versus|vs)?\b/;

/** Nothing is said but a role, and small words that lead over to it. */
export function isPlainRole(words: string): boolean {
  const rest = words
    .replace(/\b(?:ROLE|AREA)\d+/g, "")
    .replace(LEADS_OVER, "")
    .replace(
      /\b(?:a|an|the|of|for|about|to|in|then|please|pls|instead|too|as well|now|and|what|how|just|is|are|one|though|say|like|ok|with|from|do|does|it|hmm|so|well|if|im|i|am|was|be|want|wanted|would|same|question|thing|maybe|perhaps|or|role|job|position|case|thats|but|no|not|nope|sorry|meant|mean|actually|oh|ah|hm|um|oops|wait|rather|instead|correction|wrong|said|their|they|them|just|btw|lol|haha|my|bad|sry|srry|autocorrect|typo|ppl|people|folks|guys|crowd|lot|bunch|flavour|flavor|kind|sort|type|side|version|tho|nah|yup|thinking|thought|talking|meaning|junior|senior|jr|sr|mid|level|entry|ones|you|need|fine|k)\b/g,
      "",
    )
    .replace(/[\s,.]+/g, "");
  return rest.length <= 2;
}
