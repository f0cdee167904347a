import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { FEED_BYTES_MAX, FeedUnreachable, feedName, fetchFeed } from "../../src/openings/fetch-feed.ts";
import { startFeedServer } from "./feed-server.ts";

const never = new AbortController().signal;
const get = (source: string, known = {}, signal = never) => fetchFeed(source, known, signal);
const faultOf = (source: string, signal = never) =>
  get(source, {}, signal).then(
    () => undefined,
    (error: unknown) => (error instanceof FeedUnreachable ? error : undefined),
  );

describe("over HTTP", () => {
  test("what a server says of its version is sent back, and 304 means nothing new", async () => {
    const server = await startFeedServer((request, response) => {
      const isKnown = request.headers["if-none-match"] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, {
        etag: '"v1"',
        "last-modified": "Mon, 16 Nov 2026 09:00:00 GMT",
      });
      response.end(isKnown ? undefined : "[]");
    });
    const first = await get(server.url);
    if (first.kind !== "read") throw new Error("nothing was read");
    expect(first.text).toBe("[]");
    expect(await get(server.url, first.version)).toEqual({ kind: "unchanged" });
    expect(server.requests[1]?.headers["if-modified-since"]).toBe("Mon, 16 Nov 2026 09:00:00 GMT");
  });

  test.each([
    ["in the header", "text/xml; charset=iso-8859-1", "<rss>é</rss>"],
    ["in the XML declaration", "text/xml", '<?xml version="1.0" encoding="ISO-8859-1"?><rss>é</rss>'],
  ])("letters are read by the encoding named %s", async (_, type, text) => {
    const server = await startFeedServer((_request, response) => {
      response.writeHead(200, { "content-type": type }).end(Buffer.from(text, "latin1"));
    });
    expect(await get(server.url)).toMatchObject({ text });
  });

  test("an encoding that nobody knows is read as UTF-8", async () => {
    const server = await startFeedServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/xml; charset=klingon" }).end("é");
    });
    expect(await get(server.url)).toMatchObject({ text: "é" });
  });

  it.each([
    ["401", 401, {}, undefined],
    ["503 with seconds to wait", 503, { "retry-after": "120" }, 120_000],
    ["429 with a wait that is none", 429, { "retry-after": "soon" }, undefined],
  ])("refuses %s", async (_, status, headers, waitMs) => {
    const server = await startFeedServer((_request, response) => {
      response.writeHead(status, headers).end("secret words");
    });
    const fault = await faultOf(server.url);
    expect(fault?.message).toBe(`it answered HTTP ${status}`);
    expect(fault?.waitMs).toBe(waitMs);
  });

  it("stops reading what is too large, though its length was not said", async () => {
    let sent = 0;
    const server = await startFeedServer((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024, "x");
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        sent += chunk.length;
        response.once("drain", more);
      };
      more();
    });
    expect((await faultOf(server.url))?.message).toBe("it is larger than 10 MB");
    expect(sent).toBeLessThan(5 * FEED_BYTES_MAX);
  });

  it("gives up a server that says nothing, when the time is over or the bot stops", async () => {
    const server = await startFeedServer(() => {});
    const stop = new AbortController();
    const fault = faultOf(server.url, stop.signal);
    stop.abort();
    expect((await fault)?.message).toBe("it cannot be reached");
    expect((await faultOf(server.url, AbortSignal.timeout(20)))?.message).toMatch(
      /^it did not answer in \d+ s$/,
    );
  });

  it("names no address in a fault", async () => {
    const fault = await faultOf("http://127.0.0.1:9/jobs?key=secret");
    expect(fault?.message).toBe("it cannot be reached");
  });
});

describe("a file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "feeds-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is read by its path or as a file: address", async () => {
    const file = join(folder, "jobs.json");
    await writeFile(file, "[]");
    expect(await get(file)).toEqual({ kind: "read", text: "[]", version: {} });
    expect(await get(pathToFileURL(file).href)).toMatchObject({ text: "[]" });
  });

  it("that is not there, no file or too large cannot be read", async () => {
    expect((await faultOf(join(folder, "none.json")))?.message).toBe("the file cannot be read (ENOENT)");
    expect((await faultOf(folder))?.message).toBe("it is no file");
    const large = join(folder, "large.json");
    await writeFile(large, "");
    await truncate(large, FEED_BYTES_MAX + 1);
    expect((await faultOf(large))?.message).toBe("it is larger than 10 MB");
    await truncate(large, FEED_BYTES_MAX);
    expect(await get(large)).toMatchObject({ kind: "read" });
  });
});

test.each([
  ["https://user:pass@jobs.example/all?key=secret", "jobs.example"],
  ["http://127.0.0.1:8080/x", "127.0.0.1:8080"],
  ["/srv/secret/jobs.json", "jobs.json"],
  ["jobs.xml", "jobs.xml"],
])("in front of people %s is called %s", (source, name) => {
  expect(feedName(source)).toBe(name);
});
