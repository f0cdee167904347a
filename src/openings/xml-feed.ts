import { type DescribedItem, draftOfDescribed } from "./described.ts";
import { parseMarkup } from "./markup.ts";
import type { OpeningDraft } from "./opening.ts";

/**
 * RSS 0.9 to 2.0 and Atom, with the elements that job boards add to them: `job_listing:*` (WP Job Manager) and plain
 * `company`, `location`, `region`, `type`, `salary`. Sources: rssboard.org/rss-specification, RFC 4287.
 */
export function draftsOfXmlFeed(xml: string, base: string | undefined): Iterable<OpeningDraft> {
  return drafts(itemsOf(xml), base);
}

function* drafts(items: readonly Item[], base: string | undefined): Iterable<OpeningDraft> {
  for (const item of items) yield draftOfDescribed(describe(item), base);
}

function itemsOf(xml: string): Item[] {
  const items: Item[] = [];
  let item: Item | undefined;
  /** Names of the elements around, within the item. */
  const path: string[] = [];
  let text = "";
  parseMarkup(xml, "xml", {
    onOpen(name, attributes) {
      if (!item) {
        if (name === "item" || name === "entry") item = { texts: new Map(), link: undefined, tags: [] };
        return;
      }
      path.push(name);
      text = "";
      if (name === "link" && attributes.href && (attributes.rel ?? "alternate") === "alternate")
        item.link ??= attributes.href;
      if (name === "category" && attributes.term) item.tags.push(attributes.term);
    },
    onText(data) {
      if (path.length > 0) text += data;
    },
    onClose(name) {
      if (!item) return;
      if (path.length === 0) {
        if (name === "item" || name === "entry") {
          items.push(item);
          item = undefined;
        }
        return;
      }
      const key = path.join(">");
      path.pop();
      if (text.trim() !== "" && !item.texts.has(key)) item.texts.set(key, text.trim());
      if (name === "category" && text.trim() !== "") item.tags.push(text.trim());
      text = "";
    },
  });
  return items;
}

interface Item {
  /** By the path below the item: "author>name". */
  texts: Map<string, string>;
  link: string | undefined;
  tags: string[];
}

function describe({ texts, link, tags }: Item): DescribedItem {
  const first = (...names: string[]) =>
    names.map((name) => texts.get(name)).find((each) => each !== undefined);
  const guid = first("guid");
  return {
    title: first("title"),
    url: link ?? first("link") ?? (guid?.startsWith("http") ? guid : undefined),
    posted: first("pubDate", "published", "updated", "dc:date"),
    until: first("job_listing:expires", "expires", "expirationDate"),
    employer: first("job_listing:company", "company", "employer", "author>name"),
    place: first("job_listing:location", "location", "region", "job:location"),
    type: first("job_listing:job_type", "type", "jobtype", "jobType"),
    pay: first("job_listing:salary", "salary", "compensation"),
    tags: tags.slice(0, 20),
  };
}
