import type { Conversations } from "../../src/conversations/conversations.ts";
import { ANN, BEN, type Bench, CHANNEL, startBench, TEAM } from "../../test/adapters/slack/harness.ts";
import type { MessageBlock, View } from "../../test/support/slack-server/blocks.ts";
import type { Message } from "../../test/support/slack-server/world.ts";
import { indent, step } from "./print.ts";

type Block = MessageBlock | View["blocks"][number];

/** Every surface of Slack, one after the other, in one workspace. */
export async function slackTranscript(conversations: Conversations): Promise<void> {
  const bench = await startBench("socket", { conversations });
  const { people, world } = bench.slack;
  Object.assign(world.workspaces[0]!, { agentView: true });
  const show = (title: string, sent: string, act: () => unknown) =>
    step(`Slack: ${title}`, sent, () => look(bench), act);
  const lastPost = () => world.posts.at(-1)!;
  const lastEphemeral = () => world.ephemerals.at(-1)!;
  const press = (label: string, on: () => Message = lastPost, by = ANN) =>
    show(`button "${label}"`, `(presses ${label})`, () => people.press(on(), by, label));
  const command = (name: string, text: string) =>
    show(`command ${name}`, `${name} ${text}`.trim(), () => people.command(CHANNEL, ANN, name, text));

  let root: Message | undefined;
  await show("mention in a channel", "@Rolewise what tools does a data engineer use?", async () => {
    root = await people.mention(CHANNEL, ANN, "what tools does a data engineer use?");
  });
  const followUp = (text: string) =>
    show("thread follow-up", text, () => people.say({ channel: CHANNEL, user: ANN, text, thread: root!.ts }));
  await followUp("and the pay?");
  await press("Why this answer?");
  await press("Helpful");
  await press("Not right");
  await show('button "Outdated"', "(presses Outdated)", () => people.press(lastEphemeral(), ANN, "Outdated"));
  await show("topic menu", "(chooses Interviews)", () =>
    people.choose(lastPost(), ANN, "topic", "Interviews"),
  );

  await followUp("how does that compare to a data scientist?");
  await followUp("thanks!");

  let question: Message | undefined;
  await show("mention with a slip", "@Rolewise ml enginer vs data analist", async () => {
    question = await people.mention(CHANNEL, ANN, "ml enginer vs data analist");
  });
  await show("edited question", "(edits it to) @Rolewise ml engineer vs data analyst, skills", () =>
    people.edit(question!, question!.text.replace(/ml enginer.*/, "ml engineer vs data analyst, skills")),
  );
  await show("compare-with menu", "(mentions, then chooses BI analyst)", async () => {
    await people.mention(CHANNEL, BEN, "what does a data analyst do?");
    while (!lastPost().text.includes("Data analyst")) await new Promise((done) => setTimeout(done, 10));
    const offered = await people.suggest(lastPost(), BEN, "compare-with", "bi");
    console.log(
      `(typing "bi" offers: ${offered
        .slice(0, 5)
        .map(({ text }) => text.text)
        .join(", ")})`,
    );
    await people.choose(lastPost(), BEN, "compare-with", offered[0]?.text.text ?? "");
  });
  await show("empty mention", "@Rolewise", () => people.mention(CHANNEL, ANN, ""));
  await show("mention of something else", "@Rolewise who won the world cup?", () =>
    people.mention(CHANNEL, ANN, "who won the world cup?"),
  );
  const personal = "I'm a BI analyst with 3 years of SQL, how do I become a data engineer?";
  await show("personal question in a channel", `@Rolewise ${personal}`, () =>
    people.mention(CHANNEL, ANN, personal),
  );
  await press("Continue in DM", lastEphemeral);

  for (const text of [
    "what does an ML lead earn in the UK?",
    "ds manager vs ml lead",
    "which roles need SQL but little coding?",
    "asdf qwer",
    "hi",
  ])
    await show("direct message", text, () => people.direct(TEAM, ANN, text));

  await command("/compare", "ds manager and ml lead, pay");
  await press("Share in channel", lastEphemeral);
  for (const [name, text] of [
    ["/compare", "data engineer"],
    ["/compare", "nurse vs plumber"],
    ["/role", "ML engineer tools"],
    ["/role", ""],
    ["/role", "blorp"],
    ["/path", "data analyst to data scientist"],
    ["/path", "data analyst"],
    ["/path", "nurse to data engineer"],
    ["/tips", ""],
    ["/tips", "data analyst"],
    ["/rolewise", "help"],
    ["/rolewise", "privacy"],
    ["/rolewise", "privacy show"],
    ["/rolewise", "privacy export"],
    ["/rolewise", "privacy erase"],
    ["/rolewise", "feedback"],
  ] as const)
    await command(name, text);

  await command("/compare", "");
  await show("comparison form, one role twice", "(data-engineer, data-engineer)", async () => {
    const chosen = { "role-a": "data-engineer", "role-b": "data-engineer" };
    console.log(indent(JSON.stringify(await people.submit(world.views.at(-1)!, ANN, chosen))));
  });
  await show("comparison form", "(data-engineer, data-scientist, salary)", () =>
    people.submit(world.views.at(-1)!, ANN, {
      "role-a": "data-engineer",
      "role-b": "data-scientist",
      topic: "salary",
    }),
  );

  await show("App Home", "(opens the Home tab)", () => people.openHome(TEAM, BEN, "home"));
  await show("App Home's menu", "(chooses the first that ml lead offers)", async () => {
    const home = { id: "VH", teamId: TEAM, userId: BEN, view: world.homes.get(BEN)! };
    const offered = await people.suggest(home, BEN, "home-role", "ml lead");
    console.log(
      `(typing "ml lead" offers: ${offered
        .slice(0, 5)
        .map(({ text }) => text.text)
        .join(", ")})`,
    );
    await people.actInView(home, BEN, "home-role", offered[0]?.value);
  });
  await show("Messages tab", "(opens the Messages tab)", () => people.openHome(TEAM, BEN, "messages"));
  await show("agent message", "Which role suits me if I like statistics and Python?", () =>
    people.direct(TEAM, BEN, "Which role suits me if I like statistics and Python?"),
  );

  const ad =
    "We hire a Senior Data Engineer: Airflow, dbt, Snowflake, Python; $130k to 160k, remote in the US. DM me.";
  await show("message shortcut on a job ad", `(on) ${ad}`, async () =>
    people.shortcut(await people.say({ channel: CHANNEL, user: BEN, text: ad }), ANN, "explain-post"),
  );
  await show("message shortcut on small talk", "(on) lunch at noon?", async () =>
    people.shortcut(
      await people.say({ channel: CHANNEL, user: BEN, text: "lunch at noon?" }),
      ANN,
      "explain-post",
    ),
  );

  console.log("\nheld against the bot:", bench.slack.acks.violations);
  console.log(
    "refused calls:",
    bench.slack.calls.flatMap(({ method, error }) => (error ? [`${method}: ${error}`] : [])),
  );
  console.log(
    "log:",
    bench.log.lines.filter(({ level }) => level === "warn" || level === "error"),
  );
  await bench.close();
}

function look({ slack: { world } }: Bench): Map<string, string> {
  return new Map([
    ...world.messages
      .filter(({ byBot, deleted }) => byBot && !deleted)
      .map((one): [string, string] => [`m${one.channel}${one.ts}${one.onlyFor}`, messageLook(one)]),
    ...world.views.map((one): [string, string] => [
      `v${one.id}`,
      `modal for ${one.userId}\n${viewLook(one.view)}`,
    ]),
    ...[...world.homes].map(([user, view]): [string, string] => [
      `h${user}`,
      `Home tab of ${user}\n${viewLook(view)}`,
    ]),
    ...world.prompts.map((one, at): [string, string] => [
      `p${at}`,
      `suggested prompts ${JSON.stringify(one)}`,
    ]),
    ...[...world.titles].map(([thread, title]): [string, string] => [`t${thread}`, `thread title: ${title}`]),
  ]);
}

function messageLook({ channel, thread, onlyFor, text, blocks }: Message): string {
  const where = [channel, thread && "in the thread", onlyFor && `only for ${onlyFor}`]
    .filter(Boolean)
    .join(", ");
  return `${where}\n${indent(text)}\n    [${blocks.map(blockLook).join(" · ")}]`;
}

function viewLook(view: View): string {
  const title = "title" in view ? `${view.title.text}: ` : "";
  return indent(title + view.blocks.map(wordsOf).join("\n"));
}

function wordsOf(block: Block): string {
  if (block.type === "section") return block.text?.text ?? "(fields)";
  if (block.type === "header") return `# ${block.text.text}`;
  if (block.type === "context") return block.elements.map((one) => `(${one.text})`).join(" ");
  return `[${blockLook(block)}]`;
}

function blockLook(block: Block): string {
  switch (block.type) {
    case "actions":
      return `actions: ${block.elements
        .map((one) => (one.type === "button" ? one.text.text : `▾${one.placeholder?.text ?? one.action_id}`))
        .join(" | ")}`;
    case "context_actions":
      return "feedback";
    case "table":
      return `table ${block.rows.length}×${block.rows[0]?.length}`;
    case "input":
      return `input ${block.label.text} (${block.element.type})`;
    default:
      return block.type;
  }
}
