/** Signs of one thing that is ranked: ids by hash, each with how strongly it holds. */
export interface SignList {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

/** FNV-1a over UTF-16 code units. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The id of a sign by its name. */
export function signId(name: string): number {
  let hash = SEED;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  return mixed(hash);
}

/** The id of several signs that hold together; their order tells them apart. */
export function jointId(...ids: readonly number[]): number {
  let hash = SEED;
  for (const id of ids) hash = mixed(Math.imul(hash, PRIME) ^ id);
  return hash;
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x7feb352d);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x846ca68b);
  return (bits ^ (bits >>> 16)) | 0;
}
