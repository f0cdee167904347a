import type { Skill } from "../../knowledge/schema.ts";
import { ANALYSIS_PRACTICE } from "./analysis.ts";
import { ENGINEERING_PRACTICE } from "./engineering.ts";
import { MODELLING_PRACTICE } from "./modelling.ts";
import { PEOPLE_PRACTICE } from "./people.ts";

/** A piece of work that shows a skill, and how to tell that it is learnt. Editors' advice. */
export interface Practice {
  /** A task: begins with a verb in the imperative. */
  task: string;
  /** What can be observed once it is learnt: continues "Done when". */
  done: string;
}

const BY_SKILL: ReadonlyMap<string, Practice> = new Map(
  Object.entries({
    ...ANALYSIS_PRACTICE,
    ...ENGINEERING_PRACTICE,
    ...MODELLING_PRACTICE,
    ...PEOPLE_PRACTICE,
  }),
);

/** For skills without a task of their own: what practice of their kind looks like. */
const BY_KIND: Record<Skill["kind"], (name: string) => Practice> = {
  language: (name) => ({
    task: `Rewrite something that you do by hand or in another language in ${name}: read a file, reshape it, write a result, with tests.`,
    done: `you write fifty lines of ${name} without looking up its grammar, and your tests fail when you break the code.`,
  }),
  library: (name) => ({
    task: `Take a script of yours and replace the part that ${name} is made for; time or measure it before and after.`,
    done: `you can name from memory the five calls of ${name} that you used, and one case in which you would not use it.`,
  }),
  platform: (name) => ({
    task: `Set up the smallest real job on ${name} (a free tier or a local version will do), let it run on a schedule for a week and note what it costs.`,
    done: `the ${name} job has failed once, you found out why from its logs, and it runs again without you.`,
  }),
  database: (name) => ({
    task: `Load a data set of a million rows into ${name}, write the three queries that its users would need, and make the slowest one fast.`,
    done: `you can say how ${name} finds a row, and show a query plan before and after your change.`,
  }),
  tool: (name) => ({
    task: `Do one whole piece of this week's work in ${name} from start to finish, including how it reaches the next person.`,
    done: `a colleague uses what you made in ${name} without asking you how.`,
  }),
  maths: (name) => ({
    task: `Work through one textbook chapter on ${name} with pencil and paper, then check each result by a small simulation.`,
    done: `you can explain the main idea of ${name} at a whiteboard, with an example of your own and a case where it breaks.`,
  }),
  method: (name) => ({
    task: `Apply ${name.toLowerCase()} to one open data set that you know something about, beside the simplest alternative, and write up which was better and why.`,
    done: `somebody else reproduces your result from your notes, and you can say when ${name.toLowerCase()} misleads.`,
  }),
  engineering: (name) => ({
    task: `Pick a small program that works, improve its ${name.toLowerCase()}, and describe in one page what was weak before.`,
    done: `somebody who works with ${name.toLowerCase()} every day has reviewed your change, and you have dealt with their remarks.`,
  }),
  domain: (name) => ({
    task: `Read one primary document on ${name.toLowerCase()}, ask somebody who works in it three questions, and write a one-page glossary.`,
    done: `you can turn a sentence of theirs into a column, a rule or a test without help.`,
  }),
  people: (name) => ({
    task: `Choose one occasion this month that calls for ${name.toLowerCase()}, say beforehand what you will do differently, and ask one person who was there how it went.`,
    done: `you can tell the story in two minutes: the situation, what you did, what came of it.`,
  }),
};

export function practiceOf(skill: Pick<Skill, "id" | "name" | "kind">): Practice {
  return BY_SKILL.get(skill.id) ?? BY_KIND[skill.kind](skill.name);
}
