import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { SetupError } from "../../adapter.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Reads `SLACK_ENCRYPTION_KEY`: 32 bytes as base64 or as 64 hex digits. Throws without repeating the value. */
export function readKey(written: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(written) ? Buffer.from(written, "hex") : Buffer.from(written, "base64");
  if (key.length !== 32)
    throw new SetupError(
      "SLACK_ENCRYPTION_KEY must be 32 bytes in base64 or hex: make one with `openssl rand -base64 32`.",
    );
  return key;
}

/**
 * AES-256-GCM as `v1.<base64 of iv, tag, ciphertext>`. `name` is bound in: a text moved under another workspace's name
 * does not open.
 */
export function seal(plain: string, name: string, key: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64")}`;
}

/** Throws where the text was changed, moved, or sealed with another key. */
export function unseal(sealed: string, name: string, key: Buffer): string {
  if (!sealed.startsWith("v1.")) throw new Error("an installation is kept in an unknown form");
  const bytes = Buffer.from(sealed.slice(3), "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    "utf8",
  );
}
