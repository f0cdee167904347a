import type { ProfileGap } from "../../guidance/profile-gap.ts";
import { educationWords, withArticle, yearsWords } from "../role-words.ts";
import { DEGREE_NAMES } from "./profile-names.ts";
import { yearsText } from "./words.ts";

const cite = (keys: readonly string[]) => keys.map((key) => `[^${key}]`).join("");

/** What is usually asked for in education and experience, beside what was told; Markdown with sources. */
export function askedForLines(gap: ProfileGap): string[] {
  const { education, experience } = gap.target;
  return [
    `**Experience:** usually ${yearsWords(gap.target)} in ${experience.in}${cite(experience.sources)}. ${experienceText(gap)}`,
    `**Education:** usually ${educationWords(gap.target)}${cite(education.sources)}. ${educationText(gap)}`,
  ];
}

function experienceText({ experience, target }: ProfileGap): string {
  switch (experience.is) {
    case "none-asked":
      return "The door is open to beginners.";
    case "met":
      return `Your ${yearsText(experience.years)} are enough.`;
    case "short":
      return `You told me of ${yearsText(experience.years)}: ${yearsText(experience.by)} short. Adverts ask for more than teams insist on, but a gap of several years is real.`;
    case "elsewhere":
      if (experience.years === undefined)
        return "You told me of none in such work: a project, an internship or data work where you are now has to stand in.";
      return `Years in another field count for knowing that field, less as experience for ${withArticle(target)}: a project, an internship or data work in your present job has to stand in.`;
    case "in-part":
      return `Your ${yearsText(experience.years)} in another role count in part: what you did there of this kind is what you can claim.`;
    case "unknown":
      return "You did not say how many years you have.";
  }
}

function educationText({ education }: ProfileGap): string {
  switch (education.is) {
    case "usual":
      return "Yours is of that kind.";
    case "accepted":
      return "Yours is less than usual, and accepted by some employers: work that can be looked at has to speak for you.";
    case "short":
      return `With less than a ${DEGREE_NAMES[education.usual].replace(/^a /, "")} some employers will not read on; smaller firms and a move inside your company are the ways around.`;
    case "unknown":
      return "You did not say what yours is.";
  }
}
