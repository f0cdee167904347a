import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { StorageUnavailable } from "./errors.ts";

/** Turns ids into keyed hashes and documents into ciphertext, both by one secret. */
export interface Vault {
  /** HMAC-SHA256 of the parts, 43 characters of base64url. Parts are delimited, so ("ab", "c") and ("a", "bc") differ. */
  hash(...parts: string[]): string;
  /** AES-256-GCM of the JSON. `place` names table, column and row; only the same place opens it, so rows cannot be swapped. */
  seal(place: string, document: unknown): Buffer;
  /** Throws `StorageUnavailable` ("unreadable") for another secret, another place or a changed byte. */
  open(place: string, sealed: Uint8Array): unknown;
}

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

export function createVault(secret: string): Vault {
  const key = (use: string) => Buffer.from(hkdfSync("sha256", secret, "rolewise", use, 32));
  const hashKey = key("hash");
  const sealKey = key("seal");
  return {
    hash: (...parts) => createHmac("sha256", hashKey).update(JSON.stringify(parts)).digest("base64url"),

    seal(place, document) {
      const text = JSON.stringify(document);
      if (text === undefined) throw new TypeError("only a JSON value can be kept");
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([FORMAT]), iv, cipher.getAuthTag(), body]);
    },

    open(place, sealed) {
      try {
        if (sealed[0] !== FORMAT) throw new Error(`unknown format ${sealed[0]}`);
        const iv = sealed.subarray(1, 1 + IV_BYTES);
        const decipher = createDecipheriv("aes-256-gcm", sealKey, iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
        const text = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
        return JSON.parse(text.toString("utf8"));
      } catch (error) {
        throw new StorageUnavailable("unreadable", error);
      }
    },
  };
}
