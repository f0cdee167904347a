import {
  answerCannotRemember,
  answerErased,
  answerErasureDropped,
  answerExport,
  answerNotErased,
  answerShowData,
  askErase,
} from "../../answers/personal/privacy-answer.ts";
import { readPlanDocument } from "../../guidance/plan.ts";
import { readProfileDocument } from "../../guidance/profile.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Person, PersonExport, Storage } from "../../storage/storage.ts";
import { parseQuestion } from "../../understanding/question-string.ts";
import { VERDICT_LABELS } from "../conversations.ts";
import { button, type PersonalReply, privately } from "./personal-reply.ts";
import type { OnFault } from "./remembered.ts";
import { isDraftOf } from "./session.ts";

/** Ids that a question may name. */
function idsOf({ roles, skills, degrees, fields, industries }: Knowledge): string[] {
  return [roles, skills, degrees, fields, industries].flatMap((named) => [...named.keys()]);
}

export const EXPORT_FILE_NAME = "rolewise-my-data.json";

/** Show, export and erase, over all that the storage holds of a person. */
export interface Privacy {
  show(person: Person): Promise<PersonalReply>;
  export(person: Person): Promise<PersonalReply>;
  askErase(): PersonalReply;
  erase(person: Person): Promise<PersonalReply>;
  dropErasure(): PersonalReply;
}

export function privacy(
  storage: Storage,
  knowledge: () => Knowledge,
  onFault: OnFault,
  onErased: (person: Person) => void,
): Privacy {
  const labels = new Map<string, string>(Object.entries(VERDICT_LABELS));
  const manage = [
    button("Export", { do: "export-data" }),
    button("Forget me", { do: "erase", sure: "ask" }, "danger"),
  ];
  const all = (person: Person): Promise<PersonExport | undefined> =>
    storage.people.export(person).catch((error: unknown) => {
      onFault(error, person);
      return undefined;
    });
  return {
    async show(person) {
      const kept = await all(person);
      if (!kept) return privately(answerCannotRemember(knowledge()), [], { again: { do: "show-data" } });
      const answer = answerShowData(
        {
          profile: readProfileDocument(kept.profile),
          plan: readPlanDocument(kept.plan),
          keptSince: kept.keptSince,
          nudgeDueAt: kept.nudge?.dueAt,
          talks: kept.memory.length,
          drafts: kept.memory.filter(isDraftOf).length,
          feedback: kept.feedback.map(({ question, verdict }) => ({
            about: parseQuestion(question, idsOf(knowledge())),
            verdict: labels.get(verdict) ?? verdict,
          })),
        },
        knowledge(),
      );
      return privately(answer, manage, { again: { do: "show-data" } });
    },
    async export(person) {
      const kept = await all(person);
      if (!kept) return privately(answerCannotRemember(knowledge()), [], { again: { do: "export-data" } });
      return {
        ...privately(answerExport(knowledge()), [], { again: { do: "export-data" } }),
        file: {
          name: EXPORT_FILE_NAME,
          text: `${JSON.stringify(kept, undefined, 2)}\n`,
          description: "All that Rolewise keeps about you, as JSON",
        },
      };
    },
    askErase: () =>
      privately(
        askErase(knowledge()),
        [
          button("Yes, forget me", { do: "erase", sure: "yes" }, "danger"),
          button("Keep it", { do: "erase", sure: "no" }),
        ],
        { again: { do: "erase", sure: "ask" } },
      ),
    async erase(person) {
      try {
        const erased = await storage.people.erase(person);
        onErased(person);
        const removed = erased.people + erased.nudges + erased.memory + erased.feedback;
        return privately(answerErased(removed, knowledge()), [], { again: { do: "show-data" } });
      } catch (error) {
        onFault(error, person);
        return privately(answerNotErased(knowledge()), [], { again: { do: "erase", sure: "ask" } });
      }
    },
    dropErasure: () => privately(answerErasureDropped(knowledge()), [], { again: { do: "show-data" } }),
  };
}
