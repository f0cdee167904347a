import type { Client } from "discord.js";
import type { Conversations } from "../../conversations/conversations.ts";
import type { Mentors } from "../../conversations/mentors.ts";
import type { Question } from "../../understanding/question.ts";
import type { Log } from "../log.ts";
import type { InHand } from "./inbound/in-hand.ts";
import type { ChannelHttp } from "./outbound/channel-http.ts";
import type { InteractionHttp } from "./outbound/interaction-http.ts";

/** What every handler works with. */
export interface Runtime {
  client: Client<true>;
  conversations: Conversations;
  /** Where the policy names some. */
  mentors: Mentors | undefined;
  channels: ChannelHttp;
  interactions: InteractionHttp;
  inHand: InHand;
  log: Log;
  now: () => number;
  /** Whether the suggestions of a command hold this id. */
  isRole: (id: string) => boolean;
  isSkill: (id: string) => boolean;
  readQuestion: (text: string) => Question | undefined;
  /** A guild took the bot away: everything kept about it is to go. */
  forgetWorkspace: (guildId: string) => Promise<void>;
}
