import { aroundMentions } from "./around.ts";
import type { AreaMention, Mention, OtherMention, RoleMention, TermMention } from "./mentions.ts";
import { ownMention } from "./own-role.ts";
import type { Reading } from "./reading.ts";

/** What a mention is to a move: where somebody stands, where they want to be, or neither. */
export type Slot = "start" | "goal" | undefined;

const FILL =
  "(?:an? |the |some |any |being |become |becoming |just |now |currently |presently |already |still |junior |senior |lead |mid |level |qualified |certified |trained |former |ex |retired |humble |lowly |mere |proper |fully |fledged |little |plain |only |of |sort |kind |basically |a bit |in |bored |small |big |good |decent |self taught |NUM |years? |yrs? |yr |as |from |time |long |fresh |working |great |world |class |first |entry |role |position |job |working |my |own |day |into )*";
const START_BEFORE = new RegExp(
  `\\b(?:from|im|i am|ive been|i have been|been|i was|was|(?<!like )being|am|i work as|i worked as|work(?:ing|ed)? as|currently|employed as|years? as|yrs? as|years? of|yrs? of|years? in|yrs? in|background in|background is|background as|degree in|phd in|masters in|bachelors? in|studied|studying|i did|we do|leaving|leave|quit|quitting|left|used to be|me|(?<!same |bad |good |well |hard |much |such |offer |job |jobs |work )as|trained as|coming from|come from|started as|start as|out of|away from|tired of|after|i do|i teach|he is|hes|she is|shes|(?:son|daughter|wife|husband|friend|mate|brother|sister|cousin|nephew|niece|partner|colleague|boy|girl) is|doing|ex|former|since|having been|with my|with an?|hold an?|holds an?|have an?|got an?|finished|finishing|done|with)\\s${FILL}$`,
);
const GOAL_BEFORE = new RegExp(
  `(?:\\b(?:to|into|in to|in2|2|become|becoming|became|be|towards?|for|as|land|landing|get|getting|get hired as|dream(?:ing|s)? of|dream of being|goal is|goal|aim(?:ing)? for|want|wanna|wannabe|want to do|try|trying|target(?:ing)?|eyeing|eye on|interested in|pursue|pursuing|make it as|job as|work as|working as|hired as|reach|reaching|go|going|break into|enter|join|shot at|like|qualify as|qualify for|apply for|hired for|end up|end up in|end up as|call myself|title of|crack|do|path of|thinking about|thinking of|consider|considering|the|switch)|->)\\s${FILL}$`,
);
const START_AFTER =
  /^(?:here\b|by trade|by training|by day|by background|background|turned\b|grad\b|graduate|student|looking to|wanting to|trying to|hoping to|want to|wants?\b|who (?:fell|loves?|likes?|is|keeps?|wants?|has|hates?|got|does|would|needs?)\b|for (?:ages|years|decades|a (?:decade|while|long time)|the (?:last|past))|right now|atm\b|at the moment|with NUM|for NUM|NUM years|NUM yrs|, (?:NUM|want|wanna|can i|how|is it|looking|thinking|could i|what)|-> |to (?:an? |the )?(?:ROLE|AREA)\d|into (?:an? )?(?:ROLE|AREA)\d|to (?:become|be|go|move|switch|get|land|break|turn|make|pivot|transition|retrain) (?:\w+ ){0,3}(?:ROLE|AREA)\d|wondering|considering|thinking|at an?\b|and i want|and want|but want|and wanna|but i want|dreaming|aspiring|eyeing|wishing)/;
const STRONG_GOAL =
  /(?:\b(?:to|into|in2|become|becoming|towards?|land|land as|landing|hired as|aiming for|aim for|wanna be|want to be|turn into|break into|get into|move into|end up as|end up in|end up|go for|rather be|rather become|retrain as|train as|training as|qualify as|restart as|start over as|make it as|next stop|next stop is|dreaming of|dream of|eyeing)|->)\s(?:an? |the |being |a proper |doing |work as |working as |work in |be |become |some |go |that |this |do |more |actual )*$/;

/** Reads off the words around each mention whether it is a start or a goal, in the order of the mentions. */
export function slotsOf(reading: Reading): Slot[] {
  const around = aroundMentions(reading);
  const own = ownMention(reading);
  return reading.mentions.map((mention, n) => {
    if (!canMove(mention)) return undefined;
    if (n === own) return "start";
    const { before, after } = around[n]!;
    const strong = STRONG_GOAL.test(before);
    if (strong && !/\bfrom \S* ?$/.test(before)) return "goal";
    // "accountant. sick of tax season. data scientist?": a name that makes a sentence of its own says who is asking.
    const tool = mention.kind === "area" && !mention.alone;
    const alone =
      before === "" &&
      !tool &&
      /^[.,] (?!(?:an? |the |or |and )*(?:ROLE|AREA)\d)/.test(after) &&
      n < reading.mentions.length - 1;
    if (alone) return "start";
    const third = mention.kind === "profession" && /^wants?\b/.test(after);
    if (!third && START_AFTER.test(after)) return "start";
    if (START_BEFORE.test(before)) return "start";
    return GOAL_BEFORE.test(before) ? "goal" : undefined;
  });
}

type Movable = RoleMention | AreaMention | OtherMention | TermMention;

function canMove(mention: Mention): mention is Movable {
  return mention.kind !== "industry" && mention.kind !== "skill";
}
