import type { Answer } from "../answers/answer.ts";
import type { Notice } from "../policy/gate.ts";
import { bareAnswer } from "./bare-answer.ts";

/** What somebody is told, alone, where the community's policy keeps the bot from answering: why, and what to do instead. */
export function noticeAnswer(notice: Notice): Answer {
  return bareAnswer(wordsOf(notice));
}

function wordsOf(notice: Notice): Pick<Answer, "title" | "summary"> {
  switch (notice.kind) {
    case "not-in-this-channel":
      return {
        title: "Not in this channel",
        summary:
          "Whoever runs this community has me answer in other channels. Ask me in a direct message, or here with a command such as /role, whose answer you alone see.",
      };
    case "commands-only":
      return {
        title: "Commands only",
        summary:
          "In the channels of this community I answer commands alone, such as /role or /compare. In a direct message you can ask in your own words.",
      };
    case "wait": {
      const time = duration(notice.seconds);
      return notice.who === "user"
        ? {
            title: `Please ask again in ${time}`,
            summary: `That was a lot of questions in a short time, and this community sets a limit. Your next one can come in ${time}.`,
          }
        : {
            title: `This channel rests for ${time}`,
            summary: `I have answered a lot in this channel just now, and this community sets a limit. Ask here again in ${time}, or in a direct message right away.`,
          };
    }
  }
}

/** Rounded up, so that whoever waits that long can ask: "1 second", "59 seconds", "2 minutes", "3 hours". */
function duration(seconds: number): string {
  if (seconds < 90) return plural(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? plural(minutes, "minute") : plural(Math.ceil(minutes / 60), "hour");
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
