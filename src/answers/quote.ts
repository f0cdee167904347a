const LONGEST = 40;

/**
 * Somebody's own words inside a plain sentence: shortened, and with nothing in them that a platform would bring to
 * life. Empty where nothing readable is left.
 */
export function quote(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} +#.&'-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  // A word joiner: "evil.example" is a link to some platforms, "#general" a channel.
  const still = shortened(plain).replace(/[.#](?=\p{L})/gu, "$&\u2060");
  return still === "" ? "" : `“${still}”`;
}

function shortened(plain: string): string {
  const characters = [...plain];
  return characters.length <= LONGEST ? plain : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
