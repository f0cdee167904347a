import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Longer than a feed that is well takes; a question never waits for it. */
const TIMEOUT_MS = 15_000;
/** The largest feed that is read, unpacked: some thousand adverts with their whole text. */
export const FEED_BYTES_MAX = 10 * 1024 * 1024;

/** What a server said of the version that was read last, so that it need not send it again. */
export interface FeedVersion {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export type Fetched = { kind: "unchanged" } | { kind: "read"; text: string; version: FeedVersion };

/** A feed that could not be had. The message names neither address nor content: either may hold a secret. */
export class FeedUnreachable extends Error {
  override readonly name = "FeedUnreachable";
  /** How long the server asked to be left alone, in milliseconds. */
  readonly waitMs: number | undefined;

  constructor(message: string, waitMs?: number, cause?: unknown) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

/** Reads a file, or asks a server for what is newer than `known`. @throws FeedUnreachable */
export async function fetchFeed(source: string, known: FeedVersion, signal: AbortSignal): Promise<Fetched> {
  if (!isWebAddress(source)) return { kind: "read", text: await readFileText(source), version: {} };
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(source, {
      headers: {
        accept:
          "application/ld+json, application/feed+json, application/json, application/rss+xml, application/atom+xml, application/xml, text/html;q=0.5",
        "user-agent": "Rolewise (job feed reader)",
        ...(known.etag === undefined ? {} : { "if-none-match": known.etag }),
        ...(known.lastModified === undefined ? {} : { "if-modified-since": known.lastModified }),
      },
      signal: limit,
    });
    if (response.status === 304) {
      await response.body?.cancel();
      return { kind: "unchanged" };
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new FeedUnreachable(`it answered HTTP ${response.status}`, retryAfter(response));
    }
    const bytes = await readBytes(response);
    return {
      kind: "read",
      text: decode(bytes, response.headers.get("content-type")),
      version: {
        etag: response.headers.get("etag") ?? undefined,
        lastModified: response.headers.get("last-modified") ?? undefined,
      },
    };
  } catch (error) {
    if (error instanceof FeedUnreachable) throw error;
    const late = error instanceof Error && error.name === "TimeoutError";
    throw new FeedUnreachable(
      late ? `it did not answer in ${TIMEOUT_MS / 1000} s` : "it cannot be reached",
      undefined,
      error,
    );
  }
}

export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** What a feed is called in front of people: its host or its file's name, since a path or query may hold a key. */
export function feedName(source: string): string {
  if (isWebAddress(source)) return URL.canParse(source) ? new URL(source).host : "a feed";
  return source.split(/[/\\]/).at(-1) || "a file";
}

async function readFileText(source: string): Promise<string> {
  try {
    const file = source.startsWith("file:") ? fileURLToPath(source) : source;
    const found = await stat(file);
    // A device has no end.
    if (!found.isFile()) throw new FeedUnreachable("it is no file");
    if (found.size > FEED_BYTES_MAX) throw tooLarge();
    return decode(await readFile(file), null);
  } catch (error) {
    if (error instanceof FeedUnreachable) throw error;
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new FeedUnreachable(`the file cannot be read${code}`, undefined, error);
  }
}

async function readBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > FEED_BYTES_MAX) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): FeedUnreachable {
  return new FeedUnreachable(`it is larger than ${FEED_BYTES_MAX / 1024 / 1024} MB`);
}

/** By the charset that the header or the XML declaration names; UTF-8 where neither does, or nobody knows it. */
function decode(bytes: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const charset =
    /charset=["']?([\w-]+)/i.exec(contentType ?? "")?.[1] ??
    /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)?.[1];
  try {
    return new TextDecoder(charset ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function retryAfter(response: Response): number | undefined {
  const value = response.headers.get("retry-after");
  if (value === null) return undefined;
  const seconds = /^\d{1,6}$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
