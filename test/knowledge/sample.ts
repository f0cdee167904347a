import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { TOPICS, topicHeading } from "../../src/knowledge/topics.ts";

/** A small knowledge base that is right: two roles that know of each other. Tests spoil it in one place or several. */
export function sampleTexts(): Map<string, string> {
  const skills = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
  return new Map([
    ["skills.yaml", skills.map((id) => skillEntry(id)).join("")],
    ["degrees.yaml", "- id: bachelor\n  name: Bachelor\n  aliases: [bsc]\n"],
    ["fields.yaml", "- id: physics\n  name: Physics\n"],
    ["industries.yaml", "- id: retail\n  name: Retail\n"],
    ["topics.yaml", TOPICS.map((id) => `- { id: ${id}, label: Label, cues: [${id}] }\n`).join("")],
    ["sources.yaml", sourceEntry("editors", "June 2026") + sourceEntry("survey", "June 2026")],
    ["occupations.yaml", OCCUPATION],
    ["professions.yaml", "professions: [nurse]\nbackgrounds: [student]\n"],
    ["name-grammar.yaml", GRAMMAR],
    [
      "salaries.csv",
      `${SALARY_COLUMNS}\nkite-maker,advertised,all,US,,120,50000,60000,70000,80000,90000,2025-2026,survey\n`,
    ],
    ["roles/kite-maker.md", roleFile("kite-maker", "Kite maker", "kite-pilot")],
    ["roles/kite-pilot.md", roleFile("kite-pilot", "Kite pilot", "kite-maker")],
  ]);
}

export const SALARY_COLUMNS = "role,kind,level,region,occupation,n,p10,p25,median,p75,p90,period,source";

export function skillEntry(id: string): string {
  return `- id: ${id}\n  name: ${id.toUpperCase()}\n  kind: tool\n  explanation: what ${id} is\n`;
}

export function sourceEntry(key: string, date: string): string {
  return `- key: ${key}\n  title: Title\n  publisher: Publisher\n  url: https://example.org/${key}\n  date: ${date}\n  licence: CC0\n`;
}

const OCCUPATION = `- soc: 15-2051
  title: Kite workers
  jobs: 100
  jobsProjected: 110
  growthPercent: 10
  baseYear: 2025
  targetYear: 2035
  region: US
  url: https://example.org/kites
  source: survey
`;

const GRAMMAR = `ranks: { lead: [lead], manager: [manager], head: [head] }
ignored: [senior]
people: { anyone: [person] }
fields:
  - { names: [kites], role: kite-maker }
`;

/** A role file of which every sentence names the role and the topic, so that none stands twice. */
export function roleFile(id: string, name: string, neighbour: string): string {
  const section = (topic: (typeof TOPICS)[number]) =>
    `## ${topicHeading(topic)}\n\n${name}s see the ${topic} of their work in this light. ${sentences(name, topic)}[^editors]\n`;
  return `---
id: ${id}
name: ${name}
short: ${name}
family: analysis
level: mid
aliases: [${id.replace("kite-", "wind ")}]
overview: ${name}s work with wind and cloth on the beach and tell those who come by what holds a kite up in the air
skills:
  - { id: alpha, need: must, level: 3 }
  - { id: beta, need: must, level: 3 }
  - { id: gamma, need: nice, level: 2 }
tools:
  - { id: delta, need: must, level: 3 }
  - { id: epsilon, need: must, level: 3 }
  - { id: zeta, need: nice, level: 2 }
education:
  usual: [bachelor]
  fields: [physics]
  sources: [editors]
experience:
  from: 1
  to: null
  in: wind
  sources: [editors]
industries: [retail]
neighbours:
  from:
    - { role: ${neighbour}, how: possible }
  to:
    - { role: ${neighbour}, how: possible }
occupation:
  soc: 15-2051
  fit: closest
  sources: [survey]
---

${TOPICS.map(section).join("\n")}`;
}

function sentences(name: string, topic: string): string {
  return [1, 2, 3, 4]
    .map((n) => `Point ${n} of ${topic} for a ${name.toLowerCase()} is to watch the wind and the sand.`)
    .join(" ");
}

/** The texts with `from` replaced in one file. @throws where it is not there: the test would prove nothing. */
export function spoil(
  texts: Map<string, string>,
  file: string,
  from: string,
  to: string,
): Map<string, string> {
  const text = texts.get(file) ?? "";
  if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
  return texts.set(file, text.replace(from, to));
}

/** 1-based line of the first line of `file` that holds `part`. */
export function lineWith(texts: ReadonlyMap<string, string>, file: string, part: string): number {
  const at = (texts.get(file) ?? "").split("\n").findIndex((line) => line.includes(part));
  if (at < 0) throw new Error(`${file} has no ${JSON.stringify(part)}`);
  return at + 1;
}

/** Writes the texts into a new folder under the system's temporary one. */
export async function writeTexts(texts: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rolewise-knowledge-"));
  for (const [name, text] of texts) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}
