import type { MessageBlock, View } from "./blocks.ts";

/** What the local Slack holds. */
export interface Workspace {
  teamId: string;
  botToken: string;
  botUserId: string;
  botId: string;
  scopes: string[];
  /** Whether its Messages tab is the agent's. */
  agentView: boolean;
}

export interface Message {
  teamId: string;
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks: MessageBlock[];
  thread: string | undefined;
  byBot: boolean;
  /** Shown to this user alone. */
  onlyFor: string | undefined;
  metadata: unknown;
  edits: number;
  deleted: boolean;
}

export interface Channel {
  id: string;
  teamId: string;
  kind: "channel" | "group" | "im" | "mpim";
  hasBot: boolean;
  archived: boolean;
}

export interface ShownView {
  id: string;
  userId: string;
  teamId: string;
  view: View;
}

const SCOPES = [
  "app_mentions:read",
  "channels:history",
  "groups:history",
  "mpim:history",
  "im:history",
  "chat:write",
  "commands",
  "assistant:write",
];

export class World {
  readonly workspaces: Workspace[] = [];
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  readonly views: ShownView[] = [];
  readonly homes = new Map<string, View>();
  readonly appTokens = new Set<string>();
  readonly prompts: { channel: string; prompts: unknown; title: string | undefined }[] = [];
  readonly titles = new Map<string, string>();
  #counter = 0;

  addWorkspace(teamId: string, over: Partial<Workspace> = {}): Workspace {
    const workspace = {
      teamId,
      botToken: `xoxb-${teamId}-bot`,
      botUserId: `UBOT${teamId}`,
      botId: `B${teamId}`,
      scopes: [...SCOPES],
      agentView: false,
      ...over,
    };
    this.workspaces.push(workspace);
    return workspace;
  }

  addChannel(channel: Pick<Channel, "id" | "teamId"> & Partial<Channel>): Channel {
    const whole = { kind: "channel" as const, hasBot: true, archived: false, ...channel };
    this.channels.set(whole.id, whole);
    return whole;
  }

  /** The direct message of the bot with somebody, which a post to their user id opens. */
  directMessage(teamId: string, userId: string): Channel {
    const id = `D${userId}`;
    return this.channels.get(id) ?? this.addChannel({ id, teamId, kind: "im" });
  }

  newTs(): string {
    this.#counter += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(this.#counter).padStart(6, "0")}`;
  }

  newId(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${this.#counter}`;
  }

  say(message: Pick<Message, "teamId" | "channel" | "user" | "text"> & Partial<Message>): Message {
    const whole: Message = {
      ts: this.newTs(),
      blocks: [],
      thread: undefined,
      byBot: false,
      onlyFor: undefined,
      metadata: undefined,
      edits: 0,
      deleted: false,
      ...message,
    };
    this.messages.push(whole);
    return whole;
  }

  find(channel: string, ts: string): Message | undefined {
    return this.messages.find((one) => one.channel === channel && one.ts === ts && !one.deleted);
  }

  /** What the bot has posted and not taken back, for all to see. */
  get posts(): Message[] {
    return this.messages.filter(({ byBot, onlyFor, deleted }) => byBot && onlyFor === undefined && !deleted);
  }

  get ephemerals(): Message[] {
    return this.messages.filter(({ onlyFor, deleted }) => onlyFor !== undefined && !deleted);
  }
}
