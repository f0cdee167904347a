/** What must be known of a message to tell whether it speaks to the bot. */
export interface MessageFacts {
  botId: string;
  authorId: string;
  /** Bots, webhooks and notices of the system are never answered. */
  fromPerson: boolean;
  direct: boolean;
  content: string;
  mentionedRoleIds: readonly string[];
  /** Roles that Discord manages for this bot; people mistake them for the bot itself. */
  botRoleIds: readonly string[];
  repliesToBot: boolean;
}

export type Addressed =
  | { kind: "ignore" }
  /** Spoken to, but with nothing that could be answered. */
  | { kind: "hint" }
  | { kind: "ask"; text: string; addressed: "mention" | "direct" };

/** Users, roles, channels, custom emoji, timestamps: Discord's own marks, which are no words of a question. */
const MARKS = /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>/g;

/** `@everyone` and `@here` address nobody: they are plain words that name no id. */
export function addressed(facts: MessageFacts): Addressed {
  if (!facts.fromPerson || facts.authorId === facts.botId) return { kind: "ignore" };
  const named = new RegExp(`<@!?${facts.botId}>`).test(facts.content);
  const roleNamed = facts.mentionedRoleIds.some((id) => facts.botRoleIds.includes(id));
  if (!facts.direct && !named && !facts.repliesToBot) return { kind: roleNamed ? "hint" : "ignore" };
  const text = facts.content.replace(MARKS, " ").replace(/\s+/g, " ").trim();
  if (text === "") return { kind: "hint" };
  return { kind: "ask", text, addressed: facts.direct ? "direct" : "mention" };
}
