import { signsOf } from "../candidates/signs.ts";
import { RankerTrainer } from "../classifier/ranker.ts";
import { ownPlaceSaid } from "../deciding/own-place-said.ts";
import type { Focus } from "../focus.ts";
import type { Interpreter } from "../interpret.ts";
import { faultsOf, type Label, questionOf } from "../labelled.ts";
import { focusAfter } from "../next-focus.ts";
import type { Question } from "../question.ts";
import type { Rankers } from "./models.ts";

/** Fixed, so that two builds of the same talks give the same weights. */
const SEED = 20261124;

/**
 * Learns from labelled talks which of a turn's candidates is meant. Each turn is read as the bot will read it, after those
 * before it as they are labelled. `offered` gives the roles that an answer offers to look at.
 */
export async function trainRankers(
  talks: readonly (readonly Label[])[],
  interpreter: Interpreter,
  offered: (question: Question) => readonly string[],
): Promise<Rankers> {
  const first = new RankerTrainer();
  const inTalk = new RankerTrainer();
  for (const turns of talks) {
    let focus: Focus | undefined;
    for (const label of turns) {
      const { candidates, evidence } = await interpreter.byWords(label.text, focus);
      (focus ? inTalk : first).add({
        offered: signsOf(candidates, evidence),
        right: candidates.map(({ question }) => faultsOf(label, question).length === 0),
      });
      const question = questionOf(label);
      focus = focusAfter(
        { question, asked: false, offered: offered(question), own: ownPlaceSaid(question, evidence) },
        focus,
      );
    }
  }
  return { first: first.train({ seed: SEED }), inTalk: inTalk.train({ seed: SEED }) };
}
