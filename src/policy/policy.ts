import { z } from "zod";

/** What a community decides about its bot, the same on every platform. Read from `rolewise.yaml`; see docs/policy.md. */
export interface Policy {
  channels: {
    /** Where a mention is answered. Direct messages and commands work everywhere. */
    answer: "all" | "listed" | "off";
    /** Ids of channels; a thread belongs to its channel. */
    listed: readonly string[];
  };
  /** Answers in channels are shown to the asker alone, who may share them. */
  ephemeral: boolean;
  /** In channels only commands are answered. */
  quiet: boolean;
  cooldown: { user?: Allowance | undefined; channel?: Allowance | undefined };
  reports: {
    /** Ids of the people who may see reports. */
    readers: readonly string[];
  } & PerPlatform;
  /** The channel of each platform where people of the community answer what the bot cannot. */
  mentors: PerPlatform;
}

/** So many questions within so many seconds. */
export interface Allowance {
  questions: number;
  seconds: number;
}

/** A channel's id for each platform that has one. */
export interface PerPlatform {
  slack?: string | undefined;
  discord?: string | undefined;
}

const SLACK_CHANNEL = /^[CG][A-Z0-9]{8,}$/;
const SLACK_USER = /^[UW][A-Z0-9]{8,}$/;
const DISCORD_ID = /^\d{17,20}$/;

const slackChannel = z
  .string()
  .regex(
    SLACK_CHANNEL,
    "is no Slack channel id like C0123456789: open the channel's details, it stands at the end",
  );
const discordChannel = z
  .string()
  .regex(
    DISCORD_ID,
    "is no Discord channel id of 17 to 20 digits: with developer mode on, right-click, Copy Channel ID",
  );
const channel = z
  .string()
  .refine(
    (id) => SLACK_CHANNEL.test(id) || DISCORD_ID.test(id),
    "is no channel id: Slack's look like C0123456789, Discord's have 17 to 20 digits",
  );
const person = z
  .string()
  .refine(
    (id) => SLACK_USER.test(id) || DISCORD_ID.test(id),
    "is no person's id: Slack's look like U0123456789, Discord's have 17 to 20 digits",
  );

const yesOrNo = z.enum(["true", "false"], "is neither true nor false").transform((word) => word === "true");

function whole(most: number): z.ZodType<number> {
  const message = `is no whole number from 1 to ${most}`;
  return z
    .string(message)
    .regex(/^[1-9]\d{0,5}$/, message)
    .transform(Number)
    .refine((number) => number <= most, message);
}

/** An allowance longer than a day would be forgotten at the next restart more often than it is kept. */
const allowance = z.strictObject({ questions: whole(1000), seconds: whole(86_400) });

/** Of texts alone, as they were typed: an id of Discord is too long a number to be read as one. */
export const policySchema = z.strictObject({
  channels: z
    .strictObject({
      answer: z.enum(["all", "listed", "off"], "is none of all, listed and off").default("all"),
      listed: z.array(channel).default([]),
    })
    .refine(({ answer, listed }) => answer !== "listed" || listed.length > 0, {
      path: ["listed"],
      message: "names no channel, so the bot would answer in none: list some, or write answer: off",
    })
    .prefault({}),
  ephemeral: yesOrNo.default(false),
  quiet: yesOrNo.default(false),
  cooldown: z.strictObject({ user: allowance.optional(), channel: allowance.optional() }).prefault({}),
  reports: z
    .strictObject({
      readers: z.array(person).default([]),
      slack: slackChannel.optional(),
      discord: discordChannel.optional(),
    })
    .prefault({}),
  mentors: z
    .strictObject({ slack: slackChannel.optional(), discord: discordChannel.optional() })
    .prefault({}),
}) satisfies z.ZodType<Policy>;

/** What holds where there is no file: the bot answers everyone, everywhere, in the open. */
export const USUAL_POLICY: Policy = policySchema.parse({});
