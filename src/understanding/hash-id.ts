import { fnv1a } from "./hashing.ts";

/** A stable short form of an id that does not fit: FNV-1a over UTF-16 code units, in base 36, `~1x8k2f`; the same on every machine and version. */
export function hashId(id: string): string {
  return `~${(fnv1a(id) >>> 0).toString(36).padStart(7, "0").slice(-6)}`;
}
