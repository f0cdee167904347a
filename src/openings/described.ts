import { placesIn } from "../understanding/places/place-ids.ts";
import { plainText, webAddress } from "./markup.ts";
import type { OpeningDraft } from "./opening.ts";
import { levelIn, payIn, timeOf, typeIn, workIn } from "./signs.ts";

/** An item of a news feed: the little that it says in fields, and tags that say the rest. */
export interface DescribedItem {
  title: string | undefined;
  url: string | undefined;
  posted: string | undefined;
  until?: string | undefined;
  employer?: string | undefined;
  place?: string | undefined;
  type?: string | undefined;
  pay?: string | undefined;
  tags: readonly string[];
}

/** A title may say more than the job: "Data Engineer at Example". */
const AT_EMPLOYER = /^(.{3,}?) (?:at|@) ([^@]{2,})$/;

export function draftOfDescribed(item: DescribedItem, base: string | undefined): OpeningDraft {
  const whole = plainText(item.title ?? "", 200);
  const [, job, at] = (whole && AT_EMPLOYER.exec(whole)) || [];
  const employer = plainText(item.employer ?? at ?? "", 80);
  const title = plainText((employer === undefined || at === undefined ? whole : job) ?? "", 120);
  const place = plainText(item.place ?? "", 80);
  const words = [title, ...item.tags].filter((each) => each !== undefined);
  const first = <T>(read: (text: string) => T | undefined, texts: readonly (string | undefined)[]) => {
    for (const text of texts) {
      const found = text === undefined ? undefined : read(text.slice(0, 200));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    title,
    employer,
    place,
    places: placesIn(place ?? "").slice(0, 20),
    work: first(workIn, [place, item.type, ...words]),
    type: first(typeIn, [item.type, ...words]),
    level: first(levelIn, words),
    pay: first(payIn, [item.pay, ...words]),
    posted: timeOf(item.posted),
    until: timeOf(item.until, "end"),
    url: item.url === undefined ? undefined : webAddress(item.url, base),
  };
}
