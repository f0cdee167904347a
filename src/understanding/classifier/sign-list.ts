import { FNV_START, fnv1a, mixBits } from "../hashing.ts";

/** Signs of one thing that is ranked: ids by hash, each with how strongly it holds. */
export interface SignList {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

/** The id of a sign by its name. */
export function signId(name: string): number {
  return mixBits(fnv1a(name));
}

/** The id of several signs that hold together; their order tells them apart. */
export function jointId(...ids: readonly number[]): number {
  return ids.reduce((hash, id) => mixBits(Math.imul(hash, SPREAD) ^ id), FNV_START);
}

/** So that the order of ids counts. */
const SPREAD = 0x01000193;
