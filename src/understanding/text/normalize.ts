/** Longer questions are not read: nobody asks one in more characters, and time must stay bounded. */
export const MAX_CHARACTERS = 4000;

/** Letters of other scripts that are drawn like Latin ones; only mapped inside a word that also has Latin letters, or whole words of them. */
const LOOK_ALIKES: Record<string, string> = {
  а: "a",
  в: "b",
  с: "c",
  е: "e",
  н: "h",
  і: "i",
  ј: "j",
  к: "k",
  м: "m",
  о: "o",
  р: "p",
  ѕ: "s",
  т: "t",
  у: "y",
  х: "x",
  ԁ: "d",
  ո: "n",
  ɡ: "g",
  ⅼ: "l",
  α: "a",
  ε: "e",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  ı: "i",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/**
 * Brings what somebody typed into plain letters: compatibility forms, look-alikes, invisible characters, emoji,
 * platform mentions and links, code ticks and Markdown marks. Case is kept, since it tells "IT" from "it".
 */
export function normalize(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .normalize("NFKC")
    .replace(/```[\s\S]*?(?:```|$)/g, " CODE ")
    .replace(/[$€£₹¥]{2,}|[💰💵💸🤑💶💷]/gu, " money ")
    .replace(/<(?:@[!&]?|#|!|a?:\w+:)[^<>\s]*>/g, " ")
    .replace(/<(https?:[^|>\s]*)(?:\|([^>]*))?>/g, (_, _url, label) => ` ${label ?? ""} `)
    .replace(/https?:\/\/\S+/gi, " ")
    .replace(/(^|\s)@(?:everyone|here|channel)\b/gi, " ")
    .replace(
      /\p{Default_Ignorable_Code_Point}|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
      "",
    )
    .replace(/[\p{Cc}\p{Zs}]+/gu, (space) => (space.includes("\n") ? "\n" : " "))
    .replace(/[🙏👍🙌👏💯❤💜💙🫶]/gu, " thx ")
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, " ")
    .replace(/:[a-z0-9_+-]+:/g, " ")
    .replace(/[‘’‚‛′´`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[–—−]/g, " - ")
    .replace(/[→⇒➔➜➡⟶]|[-=]+>/g, " -> ")
    .replace(/[*~|]{1,3}|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, " ")
    .replace(/[\p{L}\p{M}]+/gu, plainWord)
    .replace(/[ \t]+/g, " ")
    .trim();
}

function plainWord(word: string): string {
  if (/^[A-Za-z]+$/.test(word)) return word;
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
  if (/^[A-Za-z]+$/.test(bare)) return bare;
  const mapped = [...bare].map((letter) => mapLetter(letter)).join("");
  return /^[A-Za-z]+$/.test(mapped) ? mapped : word;
}

function mapLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const latin = LOOK_ALIKES[lower];
  if (latin === undefined) return letter;
  return lower === letter ? latin : latin.toUpperCase();
}
