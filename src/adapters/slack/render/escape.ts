/**
 * Makes plain text inert in mrkdwn: `& < >` become entities, so `<!channel>` and `<@U1>` are words and nothing more,
 * and signs that would open bold, italic, strike, code or a quote lose that power.
 * Every mrkdwn object is sent `verbatim`, so `@here`, `#general` and bare addresses are not linked either.
 * Source: docs.slack.dev/messaging/formatting-message-text.
 */
export function escapeMrkdwn(plain: string): string {
  const inert = plain.replace(OPENERS, (sign) => LOOKALIKE[sign] ?? sign);
  return escapeEntities(inert).replace(/^&gt;/gm, "\u200B&gt;");
}

/** For the `text` of a message, which is shown in notifications and read aloud: entities alone. */
export function escapeEntities(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A `<url|label>` link, or the bare label where the address is none that Slack should open. */
export function mrkdwnLink(url: string, label: string): string {
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(url)) return escapeMrkdwn(label);
  const address = url.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll("|", "%7C");
  // A bar inside the label would end the address early in older clients.
  const words = escapeMrkdwn(label).replaceAll("|", "¦").replaceAll("\n", " ");
  return `<${address.replaceAll("&", "&amp;")}|${words}>`;
}

/** mrkdwn has no escape character: a sign that stands where formatting may open is replaced by its likeness. */
const LOOKALIKE: Record<string, string> = { "*": "∗", _: "＿", "~": "∼", "`": "ˋ" };
const OPENERS = /(?<=^|[\s\p{P}\p{S}])[*_~`](?=\S)/gu;
