import { DEGREES, FAMILIES, idSchema, LEVELS } from "./schema.ts";
import { TOPICS, type Topic, topicHeading } from "./topics.ts";

/** What to write under each heading. */
const HINTS: Record<Topic, string> = {
  definition:
    "What this person does, in one sentence that fits no other role; how it differs from its neighbours.",
  responsibilities: "A week of this work: what is made, for whom, with whom.",
  skills: "What has to be held, how well, and what for.",
  education: "What most have, what is accepted instead, which courses serve.",
  experience: "Years asked for, and what counts more than years.",
  tools: "The tools of the trade by purpose, and what has changed of late.",
  industries: "Who hires for it, and how the work differs there.",
  outlook: "Demand and what AI tools change, with a source for every figure.",
  salary: "What raises and lowers pay. Ranges come from salaries.csv; name no figure here without a source.",
  "getting-started": "The first three months, a portfolio project that fits this role, mistakes to avoid.",
  "career-path": "Where people come from and go to, and what they must add.",
  interview: "Stages, typical tasks, what is looked for.",
  "working-conditions": "Hours, on-call duty, meetings, remote work, what to ask before signing.",
};

export function isRoleId(text: string): boolean {
  return idSchema.safeParse(text).success;
}

/** A role file to fill in: every field with a comment, every topic with a heading. It is refused until it is filled in. */
export function newRoleFile(id: string): string {
  const words = id.replaceAll("-", " ");
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return `---
# A role. Fill in every TODO, delete the comments, then run: rolewise knowledge check
# knowledge/README.md explains each field.
# The id is the file's name and never changed later; the name is in sentence case; short is for buttons, 24 characters.
id: ${id}
name: ${name}
short: ${name.slice(0, 24).trim()}
family: TODO             # ${FAMILIES.join(", ")}
level: TODO              # ${LEVELS.join(", ")}
aliases: []              # other names in earnest use, lower case; no other role may have them
hiddenAliases: []        # informal names and misspellings: matched, never shown
describedAs: []          # what somebody says who does the work but does not know the name
overview: >-
  TODO: what this person does and for whom, in 60 words or fewer, without figures.
skills:                  # ids of skills.yaml, three or more; level 1 knows of it, 2 with help, 3 alone, 4 guides others, 5 sets the standard
  - { id: TODO, need: must, level: 4 }
  - { id: TODO, need: must, level: 3 }
  - { id: TODO, need: nice, level: 2 }
tools:                   # the same for tools, three or more
  - { id: TODO, need: must, level: 3 }
  - { id: TODO, need: must, level: 3 }
  - { id: TODO, need: nice, level: 2 }
education:
  usual: [bachelor]      # ${DEGREES.join(", ")}
  possible: []
  fields: [TODO]         # computer science, statistics
  sources: [editors]     # keys of sources.yaml; editors: our own judgement
experience:
  from: 0                # years usually asked for
  to: null               # null: no upper end
  in: TODO               # what the years are in
  sources: [editors]
industries: [TODO]       # ids of industries.yaml
neighbours:              # roles that people come from and go to; how: common, possible, rare
  from:
    - { role: TODO, how: possible }
  to: []                 # name the way in the other role's file too
# conditions:            # only where a source counts them
#   remotePercent: 20
#   adverts: 1000        # rows that the share rests on
#   period: 2023-2025
#   sources: [aijobs]
occupation:              # the closest official occupation
  soc: TODO              # a code of occupations.yaml, like 15-2051
  fit: closest           # exact, part, closest, judgement
  onet: []               # like 15-2051.00
  esco: []               # addresses
  sources: [editors]
---

${TOPICS.map((topic) => `## ${topicHeading(topic)}\n\nTODO ${HINTS[topic]} 40 to 160 words. End in the source.[^TODO]`).join("\n\n")}
`;
}
