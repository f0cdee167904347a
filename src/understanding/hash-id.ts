/** A stable short form of an id that does not fit: FNV-1a over UTF-16 code units, in base 36, `~1x8k2f`; the same on every machine and version. */
export function hashId(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return `~${(hash >>> 0).toString(36).padStart(7, "0").slice(-6)}`;
}
