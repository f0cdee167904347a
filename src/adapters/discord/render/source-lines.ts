import type { Source } from "../../../knowledge/schema.ts";
import { escapeText, maskedLink } from "./escape.ts";

/** One line a source in small type, numbered as the footnotes are: title, publisher, date and what its licence asks for. */
export function sourceLines(sources: readonly Source[]): string[] {
  return sources.map((source, at) => {
    const parts = [
      maskedLink(source.title, source.url),
      escapeText(source.publisher),
      escapeText(source.date),
      ...(source.attribution ? [escapeText(source.attribution)] : []),
    ];
    return `-# ${at + 1} · ${parts.join(" · ")}`.replaceAll("\n", " ");
  });
}
