import { setTimeout as delay } from "node:timers/promises";

const WAIT_MS = 3_000;
const SETTLED_MS = 120;

/** Prints one step and whatever changed through it: `seen` gives each thing on the platform with how it looks now. */
export async function step(
  title: string,
  sent: string,
  seen: () => Map<string, string>,
  act: () => unknown,
): Promise<void> {
  console.log(`\n### ${title}\n>>> ${sent}`);
  const before = seen();
  try {
    await act();
  } catch (error) {
    console.log(String(error));
  }
  const changes = () => [...seen()].filter(([key, look]) => before.get(key) !== look);
  const gone = () => [...before.keys()].filter((key) => !seen().has(key));
  let last = "";
  let since = Date.now();
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await delay(10)) {
    const now = JSON.stringify([changes(), gone()]);
    if (now !== last) [last, since] = [now, Date.now()];
    if (now !== "[[],[]]" && Date.now() - since > SETTLED_MS) break;
  }
  if (changes().length + gone().length === 0) console.log("(nothing)");
  for (const [key, look] of changes()) console.log(`--- ${before.has(key) ? "changed" : "new"}: ${look}`);
  for (const key of gone()) console.log(`--- gone: ${before.get(key)?.split("\n")[0]}`);
}

export function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
