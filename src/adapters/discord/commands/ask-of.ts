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
 * past them; `afresh` where the options say all that is asked, `rolesTyped` what was typed for roles. `hidden`: for the asker alone. `personal`: the answer may turn out to be for the asker alone.
 */
export type Ask =
  | { kind: "question"; question: Question; hidden: boolean; personal: boolean }
  | {
      kind: "text";
      text: string;
      afresh?: true;
      rolesTyped?: string;
      hidden: boolean;
      personal: boolean;
    }
  /** About whoever gives it. */
  | { kind: "action"; action: Action; hidden: true; personal: true }
  /** A form with room for a longer question. */
  | { kind: "form" };

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
  const open = { hidden: false, personal: false };
  const mixed = { hidden: false, personal: true };
  const secret = { hidden: true, personal: true };

  switch (input.name) {
    case "ask": {
      const question = text("question");
      return question === undefined ? { kind: "form" } : { kind: "text", text: question, ...mixed };
    }
    case "compare": {
      const roles = [...new Set(texts("role-a", "role-b", "role-c"))];
      const seen = { ...open, hidden: input.options.private === true };
      return roles.every(isRole)
        ? { kind: "question", question: plainQuestion("compare", roles, topics), ...seen }
        : typedRoles(`compare ${roles.join(" and ")}${about}`, roles, seen);
    }
    case "role": {
      const roles = texts("name");
      return roles.every(isRole)
        ? { kind: "question", question: plainQuestion("lookup", roles, topics), ...open }
        : typedRoles(`${roles.join(" ")}${about}`, roles, open);
    }
    case "path": {
      const [from = "", to = ""] = texts("from", "to");
      return isRole(from) && isRole(to)
        ? { kind: "question", question: { intent: "transition", from, roles: [to], topics: [] }, ...mixed }
        : typedRoles(`how do I get from ${from} to ${to}`, [from, to], mixed);
    }
    case "find": {
      const skills = [...new Set(texts("skill", "skill-2"))];
      return skills.every(isSkill)
        ? { kind: "question", question: { intent: "find-roles", roles: [], topics, skills }, ...mixed }
        : { kind: "text", text: `which roles use ${skills.join(" and ")}${about}`, afresh: true, ...mixed };
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
        hidden: true,
        personal: true,
      };
    default:
      return undefined;
  }
}

function typedRoles(
  text: string,
  roles: readonly string[],
  seen: { hidden: boolean; personal: boolean },
): Ask {
  return { kind: "text", text, afresh: true, rolesTyped: roles.join(" "), ...seen };
}

const PRIVACY: Readonly<Record<string, Action>> = {
  show: { do: "show-data" },
  export: { do: "export-data" },
  erase: { do: "erase", sure: "ask" },
};
