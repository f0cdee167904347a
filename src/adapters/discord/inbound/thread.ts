import type { MessageComponentInteraction } from "discord.js";
import type { Place } from "../../../conversations/message.ts";
import type { Question } from "../../../understanding/question.ts";
import { LINES, line } from "../lines.ts";
import { CODES, hasCode } from "../outbound/faults.ts";
import { missingToThread } from "../permissions.ts";
import { shorten } from "../render/escape.ts";
import { LIMITS } from "../render/limits.ts";
import type { Runtime } from "../runtime.ts";

/**
 * Starts a thread from an answer and takes its talk along: asking the question again in the thread sets what
 * "and the salary?" refers to there. Answers what to say to the one who pressed.
 */
export async function moveToThread(
  runtime: Runtime,
  interaction: MessageComponentInteraction,
  place: Place,
  question: Question,
): Promise<string> {
  const missing = missingToThread(interaction.appPermissions);
  if (missing.length > 0) return LINES.cannotThread(missing);
  const { id, channelId } = interaction.message;
  // A thread started from a message has the message's id.
  const inThread = { ...place, threadId: id };
  const { answer } = await runtime.conversations.press({ ...inThread, question, audience: "public" });
  try {
    const thread = await runtime.channels.startThread(
      channelId,
      id,
      shorten(answer.title, LIMITS.threadName),
    );
    await runtime.channels.post(thread, line(LINES.threadOpening));
    return LINES.threadStarted(thread);
  } catch (error) {
    if (hasCode(error, CODES.threadExists)) return LINES.threadThere(id);
    if (hasCode(error, CODES.missingAccess, CODES.missingPermissions)) {
      return LINES.cannotThread(["Create Public Threads"]);
    }
    throw error;
  }
}
