/**
 * What people see on every surface of Slack and Discord: the built bot, the real Bolt and discord.js, and the local
 * servers of test/support. Prints what was sent and the text and controls that came back.
 *
 *   npm run build && npx tsc -p bench && node bench/dist/bench/transcripts/run.js [slack|discord]
 */
import { randomUUID } from "node:crypto";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { realBrain } from "../../test/support/brain.ts";
import { discordTranscript } from "./discord.ts";
import { slackTranscript } from "./slack.ts";

const brain = await realBrain();
const conversations = createConversations({
  brain: () => brain,
  storage: openMemoryStorage({ now: Date.now }),
  newId: randomUUID,
  onFault: (error) => console.log("FAULT", error),
});

const only = process.argv[2];
if (only !== "discord") await slackTranscript(conversations);
if (only !== "slack") await discordTranscript(conversations);
