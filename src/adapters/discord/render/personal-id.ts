import { type Action, formatAction, parseAction } from "../../../conversations/personal/action.ts";
import { LIMITS } from "./limits.ts";

/** What a button about its presser does, and whose profile it is about. */
export interface PersonalButton {
  action: Action;
  /** In direct messages: the guild whose member they are in it. Without it, the place where the button stands decides. */
  guildId: string | undefined;
}

/** Parts the action from the guild. */
const MARK = "~";

/** `@plan:data-engineer`, or in a direct message about a guild's member `@plan:data-engineer~123456789012345678`. */
export function formatPersonal({ action, guildId }: PersonalButton): string {
  return guildId === undefined ? formatAction(action) : `${formatAction(action)}${MARK}${guildId}`;
}

/** Undefined for what is no such button of this version. */
export function parsePersonal(customId: string): PersonalButton | undefined {
  if (customId.length > LIMITS.customId) return undefined;
  const [text = "", guildId, ...rest] = customId.split(MARK);
  if (rest.length > 0 || (guildId !== undefined && !/^\d{17,20}$/.test(guildId))) return undefined;
  const action = parseAction(text);
  return action && { action, guildId };
}
