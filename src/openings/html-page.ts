import { draftsOfPostings, jobPostings } from "./json-ld.ts";
import { parseMarkup } from "./markup.ts";
import { NoFeed } from "./no-feed.ts";
import type { OpeningDraft } from "./opening.ts";

/** The job postings in a page's `<script type="application/ld+json">`. A script that is no JSON holds none. @throws NoFeed */
export function draftsOfPage(html: string, base: string | undefined): Iterable<OpeningDraft> {
  const scripts: string[] = [];
  let inside = false;
  parseMarkup(html, "html", {
    onOpen(name, { type }) {
      if (name !== "script") return;
      inside = /^\s*application\/ld\+json\b/i.test(type ?? "");
      if (inside) scripts.push("");
    },
    onText(text) {
      if (inside) scripts.push(`${scripts.pop() ?? ""}${text}`);
    },
    onClose(name) {
      if (name === "script") inside = false;
    },
  });
  if (scripts.length === 0) throw new NoFeed("This page holds no JSON-LD.");
  const postings = scripts.flatMap((script) => jobPostings(parse(script)));
  // An advert's own page need not say where it is.
  return draftsOfPostings(
    postings.map((posting) => ({ url: base, ...posting })),
    base,
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
