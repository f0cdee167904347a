import { everyTopic, topicLabel } from "../../src/answers/next.ts";
import type { FormErrors, Reminder } from "../../src/conversations/conversations.ts";
import type { Place, Reply } from "../../src/conversations/message.ts";
import { type Action, formatAction } from "../../src/conversations/personal/action.ts";
import { button } from "../../src/conversations/personal/personal-reply.ts";
import { emptyProfile } from "../../src/guidance/profile.ts";
import { type FormField, type FormValues, formOf } from "../../src/guidance/profile-form.ts";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { NO_EVIDENCE } from "../../src/understanding/evidence.ts";
import { plainQuestion, type Question } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";

const knowledge = await realKnowledge();

/** What conversations do about one person: they say back what was done, and remember it. */
export abstract class FakePersonal {
  readonly actions: { place: Place; action: Action }[] = [];
  readonly submitted: { place: Place; values: FormValues }[] = [];
  /** Held against the next form. */
  formErrors: FormErrors["errors"] | undefined;
  /** Handed out once. */
  due: Reminder[] = [];
  /** What replies about a person have besides. */
  besides: Partial<Reply> = {};
  /** How long such a reply takes, in milliseconds. */
  personalDelayMs = 0;

  /** Whether events that reach every instance are for this one. */
  takes = true;

  topics() {
    return TOPICS.map((id) => ({ id, name: topicLabel(id, knowledge) }));
  }

  /** The topics that an answer to a question can be asked about too. */
  topicsOf({ intent, roles }: Question) {
    const has = roles.length > 0 && (intent === "lookup" || intent === "compare");
    return has ? { topics: everyTopic(roles, knowledge) } : {};
  }

  async claim(): Promise<boolean> {
    return this.takes;
  }

  async pressAction(place: Place, action: Action): Promise<Reply> {
    this.actions.push({ place, action });
    if (this.personalDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.personalDelayMs));
    return this.personalReply(`Done: ${formatAction(action)}`);
  }

  async profileForm(): Promise<FormField[]> {
    return formOf({ ...emptyProfile(), hoursPerWeek: 5, degree: "master" }, knowledge);
  }

  async submitProfile(place: Place, values: FormValues): Promise<Reply | FormErrors> {
    this.submitted.push({ place, values });
    return this.formErrors ? { errors: this.formErrors } : this.personalReply("Here is what I understood");
  }

  async overview(): Promise<{ profile: Reply; plan?: Reply }> {
    return { profile: this.personalReply("Your profile"), plan: this.personalReply("Your progress") };
  }

  async takeDueReminders(): Promise<Reminder[]> {
    return this.due.splice(0);
  }

  personalReply(title: string): Reply {
    return {
      answer: {
        title,
        summary: "For you alone.",
        sections: [],
        tables: [],
        sources: [],
        followUps: [],
        outcome: "answered",
        audience: "private",
      },
      question: plainQuestion("help"),
      confidence: 1,
      evidence: NO_EVIDENCE,
      buttons: [
        button("Make my plan", { do: "plan" }, "first"),
        button("Edit", { do: "edit-profile" }),
        button("Forget me", { do: "erase", sure: "ask" }, "danger"),
      ],
      again: { do: "profile" },
      ...this.besides,
    };
  }
}
