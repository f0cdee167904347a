import type { Reading } from "./reading.ts";

/** Signs of the kind of question, read off the masked words. Each is one feature for the classifier and one line of the explanation. */
export interface Cue {
  id: string;
  /** In plain words, for the explanation. */
  says: string;
}

/** A role or a field that may stand for one. */
const R = "(?:ROLE|AREA)\\d+";
const DET =
  "(?:an? |the |some |any |being an? |become an? |becoming an? |go(?:ing)? |my |more |purely |real |proper )?";
const JOBWORD =
  "(?:job|jobs|role|roles|career|careers|position|positions|title|titles|path|paths|gig|gigs|work|profession|professions|occupation|occupations|field|fields|option|options|thing|one|ones|area|areas)";

const TITLE = "(?:jobs?|roles?|careers?|positions?|titles?|gigs?|professions?)";

const PATTERNS: [id: string, says: string, pattern: RegExp][] = [
  ["versus", "it sets things against each other", /\b(?:vs|versus|v|against)\b/],
  [
    "compares",
    "it asks for a comparison",
    /\b(?:compar\w*|differ\w*|distinguish\w*|distinction|contrast\w*|similar\w*|overlap\w*|same (?:job|thing|role|as)|tell apart|side by side|trade-?offs?|pros and cons|head to head|stack up|pick between|choose between|choosing between|torn between|deciding between|set apart|separates?|line between|or should i|other way round|both)\b/,
  ],
  [
    "or-between",
    "it offers one role or another",
    new RegExp(`${R}(?: \\w+){0,2}(?: ,)? or(?: \\w+){0,3} ${R}`),
  ],
  ["and-between", "it names one role and another", new RegExp(`${R}(?: ,)? (?:and|n|with|to) ${DET}${R}`)],
  ["side-by-side", "it names two roles side by side", new RegExp(`${R}(?: ,)? ${R}`)],
  ["between", "it says between two roles", new RegExp(`\\bbetween (?:\\w+ ){0,3}${R}`)],
  [
    "than",
    "it asks for more or less of something than another has",
    /\b(?:than|more of|better|harder|easier|higher|lower|cushier|safer|happier|worse|less|fewer|tougher|busier|calmer)\b/,
  ],
  [
    "which-of",
    "it asks which of them",
    /\b(?:which(?: one)?(?: of)?(?: the(?:se|m)?| those)?(?: two| three)?|who|whos) (?:\w+ ){0,2}(?:is|has|pays?|earns?|makes?|gets?|need|needs|would|should|will|do|does|wins?|of (?:them|these|those|the two))\b/,
  ],
  [
    "move",
    "it speaks of moving from one thing to another",
    /\b(?:mov(?:e|es|ed|ing)|switch\w*|transition\w*|pivot\w*|shift\w*|jump\w*|chang(?:e|es|ing) (?:career|careers|to|from|over|into|lanes|jobs|tracks)|transfer\w*|cross(?:ing)? (?:over|into)|migrat\w*|retrain\w*|reskill\w*|upskill\w*|convert\w*|leap|turn into|turned|become|becoming|break into|breaking into|get into|getting into|go into|going into|step into|slide into|path from|route from|route into|way into|way to|side-?step|swap|swapping|grow into|make it (?:as|to|into)|end up as|work my way|from where i am|leave|leaving|quit|quitting)\b/,
  ],
  [
    "from-to",
    "it names a start and a goal",
    new RegExp(
      `\\bfrom (?:\\w+ ){0,4}(?:${R}|JOB\\d+|STUDY\\d+|DEGREE\\d+)(?: \\w+){0,4} (?:to|into|towards?|->) (?:\\w+ ){0,3}${R}`,
    ),
  ],
  [
    "arrow",
    "an arrow joins two names",
    new RegExp(`(?:ROLE|AREA|JOB|STUDY|DEGREE)\\d+ (?:->|to|into) ${DET}${R}`),
  ],
  [
    "goal",
    "it names a role as the goal",
    new RegExp(`\\b(?:to|into|become|becoming|be|towards?|as|for|in) ${DET}${R}`),
  ],
  [
    "my-start",
    "it says what the asker is or was",
    new RegExp(
      `\\b(?:im|i am|ive been|i have been|i was|i work(?:ed)? as|working as|currently|as|been|being|me|my background is|background in|used to be|years as|years of|years in|degree in|phd in|studied|trained as|graduate in|ex|former|by trade) (?:an? |the |in |just |now |currently |junior |senior |lead |qualified |fully )*(?:${R}|JOB\\d+|STUDY\\d+|DEGREE\\d+)`,
    ),
  ],
  [
    "here",
    "it says what the asker is",
    /(?:ROLE|AREA|JOB|STUDY|DEGREE)\d+ (?:here|by trade|by training|by day|background|grad|graduate|student|turned|right now|atm|at the moment|looking to|wanting to|trying to|hoping to|with NUM)\b/,
  ],
  ["first-person", "the asker speaks of themself", /\b(?:i|im|ive|id|ill|my|me|mine|myself|am i|we|our)\b/],
  [
    "which-role",
    "it asks which role",
    new RegExp(
      `\\b(?:which|what|whats|any|wat|wich)(?: other| kinda?| kinds?| sorts?| types?| of| the| data| tech| ai| good| best| entry level| would be| \\w+ly){0,4} ${JOBWORD}\\b|\\b(?:most|least|best|worst|top|\\w{3,}est)(?: \\w+){0,2} ${TITLE}\\b|\\b${TITLE}(?: (?:thats|that is|with|where|which is|is))?(?: the)? (?:most|least|best|worst|easiest|hardest|safest|highest|lowest)\\b`,
    ),
  ],
  [
    "fits",
    "it asks what fits",
    /\b(?:fits?|suits?|suited|suitable|match(?:es)?|right for me|made for|cut out for|cater to|good fit|where (?:can|could|should|would|do) i|what (?:can|could|should|would) i (?:do|be|become|apply|aim|go)|who (?:uses|use|needs|need|works|wants|writes|touches|gets to)|jobs? (?:that|with|for|using|where|without|which)|roles? (?:that|with|for|using|where|without|which)|careers? (?:that|with|for|using|where|without|which)|something with|anything (?:with|where|that)|leads? me|options for)\b/,
  ],
  [
    "superlative",
    "it asks for the most or least over all roles",
    /\b(?:most|least|highest|lowest|best(?: |-)(?:paid|paying|paying|pay)|best|easiest|hardest|quickest|fastest|safest|top|biggest|worst|fewest|richest|chillest|cushiest)\b/,
  ],
  [
    "own-skills",
    "the asker lists what they know or like",
    /\b(?:i (?:know|like|love|enjoy|hate|have|can|do|use|am good|studied|want|prefer|dont|never|only)|ive (?:got|done|used|learn\w*)|im (?:good|great|decent|strong|into|comfortable|bad|terrible)|my skills?|good with|strong in|fluent in|with my|knowing|armed with|given|i got)\b/,
  ],
  [
    "my-next",
    "the asker wants to know what to do next",
    /\b(?:what (?:should|shud|can|could|do|must|would) i (?:learn|do|study|focus|work on|improve|read|build|prioriti[sz]e|tackle|start|change|fix)|am i (?:ready|on|too|good|wasting|doing|qualified|behind|under\w*|stuck|crazy)|my (?:situation|career|next|cv|resume|profile|options|plan|case)|advice|advise|tips|next for me|stuck|review my|help me|guide me|guidance|mentor me|feeling|lost|plateau\w*|burn\w* out|laid off|got fired|should i (?:stay|quit|learn|get|do|take|go|leave|accept|ask|bother|focus)|how do i (?:improve|get better|stand out|level up|grow|progress|get promoted|negotiate|stay)|what now)\b/,
  ],
  [
    "openings",
    "it asks for vacancies",
    /\b(?:openings?|vacanc\w*|job ads?|job adverts?|adverts?|job board|job posts?|job postings?|postings?|listings?|hiring|who is hiring|whos hiring|recruiting|apply|applications open|positions? open|open (?:roles?|positions?|jobs?)|jobs? (?:near|in|going|available|around)|any jobs?|find me a|job hunt\w*|looking for (?:a )?(?:job|work|jobs))\b/,
  ],
  [
    "any-jobs",
    "it asks whether there is work",
    /\b(?:any|anybody|anyone|somebody|someone|know of|got any|where can i find|looking for) (?:\w+ ){0,4}(?:jobs?|gigs?|positions?|vacanc\w*|openings?|internships?|needs an?|hiring|looking for an?)(?: \w+){0,2} (?:in|near|around|at|going|open|from|right now|rn|ROLE\d+)/,
  ],
  [
    "asks-bot",
    "it is about the bot",
    /\b(?:you|your|u|ur|yourself|youre|rolewise|bot|this thing|this bot|this app)\b/,
  ],
  [
    "list",
    "it asks for a list of what the bot knows",
    new RegExp(
      `\\b(?:list|show|all|every|how many|catalogue|catalog|full list|menu|available|cover|covered|supported|support|know about|familiar with|in your)\\b(?: \\w+){0,4} (?:${JOBWORD}|topics?|subjects?|categories)\\b|^(?:(?:which|what|all|the|ok|so|and) )*(?:roles|jobs|topics|titles)$`,
    ),
  ],
  [
    "data-words",
    "it speaks of the bot's own data or of the asker's",
    /\b(?:store|stores|stored|storing|save|saved|saving|keep|kept|record|recorded|log|logs|logged|logging|delete|deleted|erase|erased|wipe|forget|remember|privacy|private|gdpr|data protection|personal data|my data|my info\w*|my details|export|download my|who (?:can )?(?:see|sees|read|reads)|share(?:d)? (?:with|my)|(?:can|could|does|do|will|would) (?:my|the|our|other|hr)(?: \w+)? (?:see|read|find out|know)(?: \w+){0,3} (?:this|these|my|what i|chat|convo|messages?|conversation|dms?|ask\w*|wrote|type)|track(?:ing|ed)?|train(?:ed|ing)? on|opt out|consent|confidential|anonymous|sell|retention)\b/,
  ],
  [
    "hello",
    "it greets",
    /^(?:(?:hi|hey|hello|hiya|yo|howdy|heya|hola|sup|wassup|good (?:morning|evening|afternoon|day)|greetings|morning|evening|gm|ello|oi|namaste|hullo|hallo|moin|servus|ahoy|hej|hei|hoi|ola|selam|salaam|shalom|merhaba|konnichiwa|jambo|aloha|salut|bonjour|ciao)\b ?(?:there|all|bot|again|everyone|folks|team|you|friend|mate|rolewise|,|\.)* ?)+/,
  ],
  [
    "thanks",
    "it thanks or says good-bye",
    /\b(?:thank\w*|thx|tnx|ty|tysm|cheers|bye|goodbye|see (?:you|ya)|appreciate\w*|grateful|nice one|perfect|awesome|legend|helpful|good bot|much obliged|ta|farewell|laterz|talk later|till later|cya|youre the best|great answer|that helps|brilliant|lovely|well done|kudos|good job|laters|merci|gracias|danke|grazie|gn|good night|nice weekend|great weekend|have a (?:nice|good|great|lovely)|take care|much love|ur the best|you rock|lifesaver)\b/,
  ],
  [
    "help",
    "it asks how to use the bot",
    /\b(?:help|how (?:do|does|can|should) (?:i|we|you|this) (?:use|work|talk|ask|operate)|what (?:can|do) (?:you|u|this) (?:do|help|know|offer)|commands?|instructions|how does this work|what are you|who are you|what is this|your purpose|manual|usage|examples? of what|capabilities|what else can)\b/,
  ],
  [
    "code-task",
    "it asks for something to be made",
    /\b(?:CODE|write (?:me )?an?|write (?:a |the |some |my )?(?:code|query|script|function|poem|essay|song|story|email|letter|regex)|debug|fix (?:my|this)|error|exception|stack ?trace|solve|calculate|translate|summari[sz]e this|generate (?:a|an|me)|give me code|convert this|my code|compile|homework|assignment|tell me a (?:joke|story)|joke|sing|recipe|poem)\b/,
  ],
  [
    "job-as-goal",
    "another profession is the goal",
    /\b(?:to|into|become|becoming|be|as|does|do|of|for|is|are|a|an|about|hire|find|need) (?:an? |the |some |being an? |become an? )?JOB\d+/,
  ],
  ["job-only", "only another profession is named", /^(?!.*(?:ROLE|AREA)\d).*JOB\d/],
];

export function findCues(reading: Reading): Cue[] {
  const cues: Cue[] = [];
  for (const [id, says, pattern] of PATTERNS) if (pattern.test(reading.masked)) cues.push({ id, says });
  return cues;
}
