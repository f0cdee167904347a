/** Resident memory after many answers: the whole bot on both platforms, knowledge and sentence encoder loaded, beside both bare clients in one process. */
import { Bot, type Kind } from "../bots/process.ts";
import { report } from "../measured/report.ts";
import { paired } from "../measured/row.ts";
import { discord } from "../platforms/discord.ts";
import { slack } from "../platforms/slack.ts";

const STARTS = 3;
const QUESTIONS = 500;
/** The second is one that the words leave open, so that the sentence encoder is loaded. */
const ASKED = ["what does a data engineer do", "tell me about the person who teaches computers to see"];

const whole: number[] = [];
const bare: number[] = [];
for (let n = 0; n < STARTS; n++) {
  bare.push(await megabytesOf("echo"));
  whole.push(await megabytesOf("whole"));
}
report({
  rows: [
    paired(
      "memory, both platforms connected, after 1,000 answers, MB",
      whole,
      "bare Bolt and discord.js",
      bare,
    ),
  ],
});

async function megabytesOf(kind: Kind): Promise<number> {
  const places = [await slack.open(), await discord.open()];
  const bot = await Bot.start(kind, Object.assign({}, ...places.map(({ env }) => env)));
  for (const place of places) await place.ask(QUESTIONS, ASKED);
  const { megabytes } = await bot.usage();
  await bot.stop();
  for (const place of places) await place.close();
  return megabytes;
}
