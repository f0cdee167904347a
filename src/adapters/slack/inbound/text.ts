/**
 * What somebody typed, without Slack's markup: mentions of people are taken out, links and channels become their
 * names, entities become signs again. Source: docs.slack.dev/messaging/formatting-message-text.
 */
export function plainFromSlack(text: string): string {
  return text
    .replace(/<@[^>]*>/g, " ")
    .replace(/<![^>]*>/g, " ")
    .replace(/<#[^>|]*\|?([^>]*)>/g, (_, name: string) => (name === "" ? " " : `#${name}`))
    .replace(/<([^>|]*)\|([^>]*)>/g, "$2")
    .replace(/<([^>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/[ \t]+/g, " ")
    .trim();
}

export function mentions(text: string, userId: string): boolean {
  return text.includes(`<@${userId}>`) || text.includes(`<@${userId}|`);
}

/** Whether the text turns to somebody else than `userId`. */
export function mentionsOthers(text: string, userId: string): boolean {
  return [...text.matchAll(/<@([A-Z0-9]+)/g)].some(([, id]) => id !== userId);
}
