import type { IncomingMessage, RolesTyped } from "../../../conversations/message.ts";
import type { Action } from "../../../conversations/personal/action.ts";
import { topicHeading } from "../../../knowledge/topics.ts";
import { plainQuestion, type Question } from "../../../understanding/question.ts";
import { isTopic } from "./topic.ts";

/** The options of a command by name, as Discord hands them over. */
export interface CommandInput {
  name: string;
  subcommand: string | undefined;
  options: Readonly<Record<string, string | boolean | undefined>>;
}

/**
 * What a command asks. `question` where its options name ids, chosen from the suggestions; `text` where somebody typed
 * past them; `afresh` where the options say all that is asked, with what was typed for roles or for skills.
 */
export type Ask =
  | ({ kind: "question"; question: Question } & Seen)
  | ({ kind: "text"; text: string } & Pick<IncomingMessage, "afresh" | "rolesTyped" | "skillsTyped"> & Seen)
  /** About whoever gives it. */
  | ({ kind: "action"; action: Action } & Seen)
  /** A form with room for a longer question. */
  | { kind: "form" };

/** Who sees the answer. */
export interface Seen {
  /** The asker alone. */
  hidden: boolean;
  /** The asker alone, it may turn out: it may be about them, or no answer but help with what they typed. */
  unsure: boolean;
}

export interface KnownIds {
  isRole: (id: string) => boolean;
  isSkill: (id: string) => boolean;
}

export function askOf(input: CommandInput, { isRole, isSkill }: KnownIds): Ask | undefined {
  const text = (name: string) => {
    const value = input.options[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const texts = (...names: string[]) => names.flatMap((name) => text(name) ?? []);
  const chosen = text("topic");
  const topics = chosen !== undefined && isTopic(chosen) ? [chosen] : [];
  const about = topics.map((topic) => `, ${topicHeading(topic).toLowerCase()}`).join("");
  const open = { hidden: false, unsure: false };
  const mixed = { hidden: false, unsure: true };
  const secret = { hidden: true, unsure: true };

  switch (input.name) {
    case "ask": {
      const question = text("question");
      return question === undefined ? { kind: "form" } : { kind: "text", text: question, ...mixed };
    }
    case "compare": {
      const roles = [...new Set(texts("role-a", "role-b", "role-c"))];
      const hidden = input.options.private === true;
      return roles.every(isRole)
        ? {
            kind: "question",
            question: plainQuestion("compare", roles, topics),
            // A role beside itself compares nothing.
            ...(roles.length > 1 ? open : mixed),
            hidden,
          }
        : { ...typedRoles("compare", `compare ${roles.join(" and ")}${about}`, roles), hidden };
    }
    case "role": {
      const roles = texts("name");
      return roles.every(isRole)
        ? { kind: "question", question: plainQuestion("lookup", roles, topics), ...open }
        : typedRoles("lookup", `${roles.join(" ")}${about}`, roles);
    }
    case "path": {
      const [from = "", to = ""] = texts("from", "to");
      return isRole(from) && isRole(to)
        ? { kind: "question", question: { intent: "transition", from, roles: [to], topics: [] }, ...mixed }
        : typedRoles("transition", `how do I get from ${from} to ${to}`, [from, to]);
    }
    case "find": {
      const skills = [...new Set(texts("skill", "skill-2"))];
      return skills.every(isSkill)
        ? { kind: "question", question: { intent: "find-roles", roles: [], topics, skills }, ...mixed }
        : {
            kind: "text",
            text: `which roles use ${skills.join(" and ")}${about}`,
            afresh: true,
            skillsTyped: { words: skills, topics },
            ...mixed,
          };
    }
    case "tips":
      return {
        kind: "question",
        question: { intent: "advice", roles: [], topics: [], skills: [] },
        ...secret,
      };
    case "help":
      return { kind: "question", question: plainQuestion("help"), ...secret };
    case "privacy":
      return {
        kind: "action",
        action: PRIVACY[input.subcommand ?? ""] ?? { do: "show-data" },
        ...secret,
      };
    default:
      return undefined;
  }
}

function typedRoles(
  intent: RolesTyped["intent"],
  text: string,
  words: readonly string[],
): Extract<Ask, { kind: "text" }> {
  return { kind: "text", text, afresh: true, rolesTyped: { intent, words }, hidden: false, unsure: true };
}

const PRIVACY: Readonly<Record<string, Action>> = {
  show: { do: "show-data" },
  export: { do: "export-data" },
  erase: { do: "erase", sure: "ask" },
};
