/** What somebody asks of the bot about themself, where the words alone say so. */
export type PersonalAsk =
  | { ask: "show-data" }
  | { ask: "export-data" }
  | { ask: "erase" }
  | { ask: "remember"; keep: boolean }
  | { ask: "profile" }
  | { ask: "gap" }
  | { ask: "plan" }
  /** How long their way takes. */
  | { ask: "how-long" }
  | { ask: "progress" }
  | { ask: "learn-next" }
  | { ask: "ready" }
  | { ask: "interview" }
  | { ask: "suits" }
  /** They weigh job offers against each other. */
  | { ask: "offers" }
  /** They ask which of their goals is nearer. */
  | { ask: "nearer" }
  /** `cv` is the text after the request, empty where it is still to come; `goal` what stands between: "review my CV for ML engineer: …". */
  | { ask: "cv"; cv: string; goal?: string }
  /** `step` counts from 1, or names a skill in the person's words; undefined for the first open step. */
  | { ask: "done"; step: number | string | undefined }
  | { ask: "nudge"; on: boolean }
  | { ask: "skip" };

const MY = "(?:my |all my |all |the )?";
const DATA =
  "(?:data|info|information|details|everything|what you (?:know|have|keep|store|remember) (?:about|of|on) me|profile and plan)";

const PATTERNS: readonly (readonly [PersonalAsk, RegExp])[] = [
  [{ ask: "erase" }, /^\/?privacy erase$/],
  [{ ask: "export-data" }, /^(?:\/?privacy )?export$/],
  [{ ask: "show-data" }, /^\/?privacy show$/],
  [{ ask: "erase" }, /^(?:please )?(?:forget|erase|delete) (?:about )?me(?: please| now| completely)?$/],
  [
    { ask: "erase" },
    new RegExp(
      `\\b(?:erase|delete|wipe|remove|clear|forget) ${MY}(?:personal )?(?:${DATA}|profile|account)\\b`,
    ),
  ],
  [
    { ask: "erase" },
    /\bforget (?:everything|all) (?:about me|you know|i told|i said)\b|\bi want to be forgotten\b/,
  ],
  [
    { ask: "export-data" },
    new RegExp(
      `\\b(?:export|download|get a copy of|give me a copy of|send me) ${MY}(?:personal )?${DATA}\\b`,
    ),
  ],
  [
    { ask: "show-data" },
    new RegExp(
      `\\b(?:show|see|list|print)(?: me)? (?:(?:all )?my (?:personal )?${DATA}|everything you know about me|what you (?:know|have|keep|store) (?:about|of|on) me)\\b`,
    ),
  ],
  [
    { ask: "show-data" },
    /\bwhat (?:do|did|have) you (?:know|keep|kept|store|stored|have|remember|remembered|save|saved) (?:about|of|on) me\b/,
  ],
  [
    { ask: "remember", keep: true },
    /^(?:yes,? )?(?:please )?remember(?: me| it| this| that| my profile)?(?: please)?$/,
  ],
  [
    { ask: "remember", keep: false },
    /^(?:just this once|only this once|dont remember(?: me| it| this)?|do not remember(?: me| it| this)?|no,? (?:just|only) this once)$/,
  ],
  [
    { ask: "nudge", on: false },
    /^(?:stop|unsubscribe|opt out)$|\b(?:stop|no more|turn off|switch off|cancel|end) (?:the |my |weekly |these |those )*(?:nudges?|reminders?|reminding(?: me)?|nudging(?: me)?)\b/,
  ],
  [
    { ask: "nudge", on: true },
    /\b(?:remind|nudge) me (?:weekly|every week|once a week|each week|of my plan|about my plan)\b|\b(?:start|turn on|switch on|weekly) (?:the |my |weekly )*(?:nudges?|reminders?)\b/,
  ],
  [
    { ask: "skip" },
    /^(?:skip|skip it|skip that|skip this|pass|next|rather not(?: say)?|id rather not(?: say)?|no comment|dont want to say)$/,
  ],
  [
    { ask: "plan" },
    /^(?:show |see |whats |what is |make |give me |make me )?(?:me )?(?:my|a|the) (?:learning |career |study |new )?(?:plan|roadmap)(?: again| please| for me)?$/,
  ],
  [
    { ask: "how-long" },
    /\bhow long (?:will|would|does|do|might) (?:it|this|that|i)\b.*\b(?:me|i)\b|\bhow long (?:will|would|do|might) i\b|^how long (?:will|would|does|might) (?:it|this|that|my plan|the plan) take(?: in total| altogether)?$/,
  ],
  [{ ask: "progress" }, /\b(?:my progress|how far (?:am i|have i come)|how am i doing)\b/],
  [
    { ask: "profile" },
    /^(?:show |see |edit |change |whats |what is |open )?(?:me )?my profile(?: again| please)?$|\bwhat did you understand\b/,
  ],
  [
    { ask: "gap" },
    /\b(?:which of my skills|what carries over|what (?:do|can) i (?:already )?bring|my (?:skill |skills )?gaps?|what (?:am i|do i) (?:missing|lack|lacking)|how far (?:am i|off am i) from|^alternatives$|my alternatives|(?:anything|something|what(?:s| is)?) (?:else )?(?:is )?nearer)\b/,
  ],
  [
    { ask: "learn-next" },
    /\b(?:what (?:should|shall|do|must|would|can|could) i (?:learn|study|pick up|focus on|tackle)(?: next| first| now)?|what(?:s| is) next(?: for me|$)|next skill|what to learn(?: next)?)\b/,
  ],
  [
    { ask: "ready" },
    /\b(?:am i (?:ready|qualified|good enough|a fit)|could i apply|should i (?:already )?apply(?=$| (?:yet|now|already|for|as)\b)|do i qualify|would i get hired)\b/,
  ],
  [
    { ask: "interview" },
    /\b(?:(?:prepare|prep|ready|train|coach|quiz|drill) me for (?:an? |the |my )?(?:\w+ ){0,5}interviews?|interview (?:prep|preparation|practice|training) for me|help me (?:prepare|prep) for (?:an? |the |my )?(?:\w+ ){0,5}interviews?|mock interview|my (?:upcoming |next )?interview)\b/,
  ],
  [
    { ask: "offers" },
    /\b(?:two|three|2|3|both|several|multiple|competing|my|these|those) (?:job |written |good |great |different )?offers\b|\b(?:which|what|either) (?:of (?:the|my|these|those) )?(?:two |2 |three )?(?:job )?offers?\b(?! (?:more|the|better|good))|\b(?:have|got|received|weighing|comparing|compare|choos(?:e|ing) between|decid(?:e|ing) between) (?:an? |the )?(?:job )?offers?\b|\boffer (?:for|as|to be|to become) .*\b(?:and|or|vs|versus|another|other)\b/,
  ],
  [
    { ask: "nearer" },
    /^which (?:one |goal |role |of (?:the two|them|these|those|my goals) )?(?:is|would be|are|comes) (?:the )?(?:nearer|nearest|closer|closest|easier|easiest|more realistic)(?: for me| to me| to reach| to get to)?$/,
  ],
  [
    { ask: "suits" },
    /\b(?:which|what) (?:data |ml |ai |tech )?(?:role|job|career|path)s? (?:would |might |could |will |do you think )?(?:suits?|fits?|is right for|are right for|matches|match) me\b|\bwhat should i become\b|\bfind (?:me )?a role that (?:suits|fits) me\b/,
  ],
];

const CV =
  /^\s*(?:please |can you |could you |would you )?(?:review|check|look at|look over|read|rate|assess|critique|improve)(?: over)? (?:my |this |the )?(?:cv|resume|résumé|curriculum vitae)(?: text)?(?: please| for me)?(?: (?:for|against|as) ([^:\n]{3,80})(?=[:\n]|$))?\s*[:.,;!?\n-]*\s*([\s\S]*)$/i;
const CV_OPENS =
  /^\s*(?:here is my |this is my |my )?(?:cv|resume|résumé|curriculum vitae)\s*[:\n]\s*([\s\S]+)$/i;
const DONE =
  /^(?:i(?:ve| have)? |im |am )?(?:just )?(?:done|finished|completed|did)(?: with)? (?:the |my )?(?:step )?(?:(?:number |no |nr )?([1-5])|first|second|third|fourth|fifth)(?: step| one)?(?: is)?(?: done)?$/;
const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const STEP_DONE =
  /^(?:the )?(?:step ([1-5])|(first|second|third|fourth|fifth) step) (?:is )?(?:done|finished|complete|completed)$/;
const MARKED_DONE =
  /^(?:please )?(?:mark|tick|check|cross) (?:off )?(?:the |my )?(.{2,60}?)(?: (?:as )?(?:done|finished|complete|completed)| off)$/;
const DONE_SKILL =
  /^(?:i(?:ve| have)? |im |am )?(?:just )?(?:finished|completed|done with|im done with) (?:learning )?(?!the step|step)(.{2,60})$/;

export function readPersonalAsk(text: string): PersonalAsk | undefined {
  const asked = CV.exec(text);
  if (asked) {
    const [, goal, cv = ""] = asked;
    return { ask: "cv", cv: cv.trim(), ...(goal === undefined ? {} : { goal }) };
  }
  const opened = CV_OPENS.exec(text);
  if (opened) return { ask: "cv", cv: (opened[1] ?? "").trim() };
  const plain = text
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/^\s*\/?(?:hey|hi|hello|ok|okay|so|and)\b[\s,]*/, "")
    .replace(/[\s.!?]+$/, "")
    .replace(/[\s,]+/g, " ")
    .trim();
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? readDone(plain);
}

function readDone(plain: string): PersonalAsk | undefined {
  const counted = DONE.exec(plain) ?? STEP_DONE.exec(plain);
  if (counted) {
    const word = ORDINALS.findIndex((ordinal) => new RegExp(`\\b${ordinal}\\b`).test(plain));
    return { ask: "done", step: counted[1] ? Number(counted[1]) : word + 1 };
  }
  if (/^(?:done|step done|finished it|finished|completed|mark (?:it |that )?(?:as )?done)$/.test(plain))
    return { ask: "done", step: undefined };
  const named = (DONE_SKILL.exec(plain) ?? MARKED_DONE.exec(plain))?.[1];
  return named === undefined ? undefined : { ask: "done", step: named };
}
