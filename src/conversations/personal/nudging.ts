import { answerCannotRemember } from "../../answers/personal/privacy-answer.ts";
import { answerNudge, answerNudgesOff, answerNudgesOn } from "../../answers/personal/progress-answer.ts";
import {
  NUDGE_DEFAULTS,
  type NudgeSettings,
  nextNudgeAt,
  nudgeSettingsSchema,
  quietUntil,
} from "../../guidance/nudges.ts";
import { readPlanDocument } from "../../guidance/plan.ts";
import { readProfileDocument } from "../../guidance/profile.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Person, Storage } from "../../storage/storage.ts";
import type { Place } from "../message.ts";
import { button, type PersonalReply, privately } from "./personal-reply.ts";
import type { OnFault, Remembered } from "./remembered.ts";

/** A reminder that this instance took; it goes to the person directly, wherever they asked for it. */
export interface DueReminder {
  person: Person;
  reply: PersonalReply;
  /** To be called once it was sent: sets the next. Without it, it falls due again after the lease. */
  sent(): Promise<void>;
  /** For one whose platform this instance does not serve: another may take it, and the others that are due come first. */
  handBack(): Promise<void>;
}

/** The time that an instance has to send what it took. */
const LEASE_MS = 5 * 60_000;

export interface Nudging {
  /** Whether somebody can be written to there unasked. */
  reaches(place: Place): boolean;
  start(place: Place, state: Remembered): Promise<PersonalReply>;
  stop(place: Place): Promise<PersonalReply>;
  /** Moves the reminder to a time zone that the person told. */
  follow(place: Place, zone: string): Promise<void>;
  takeDue(limit: number): Promise<DueReminder[]>;
}

export function nudging(
  storage: Storage,
  knowledge: () => Knowledge,
  now: () => number,
  onFault: OnFault,
): Nudging {
  const stopButton = button("Stop reminders", { do: "nudges", on: false });

  async function schedule(place: Place, settings: NudgeSettings): Promise<void> {
    await storage.people.put(place, { nudgeSettings: settings });
    await storage.nudges.schedule(place, null, nextNudgeAt(settings, now()));
  }

  async function reminderFor(person: Person): Promise<DueReminder | undefined> {
    const kept = await storage.people.get(person);
    const settings = nudgeSettingsSchema.safeParse(kept?.nudgeSettings).data;
    const profile = readProfileDocument(kept?.profile);
    const plan = readPlanDocument(kept?.plan);
    if (!settings || !profile || !plan) {
      // Nobody can be reminded of a plan that is gone.
      await storage.nudges.stop(person);
      return undefined;
    }
    const wait = quietUntil(settings, now());
    if (wait !== undefined) {
      await storage.nudges.reschedule(person, wait);
      return undefined;
    }
    const next = plan.steps[0];
    const doneButton = next ? [button("Done", { do: "done", step: next.id } as const, "first")] : [];
    const at = (time: number) => async () => void (await storage.nudges.reschedule(person, time));
    return {
      person,
      reply: privately(answerNudge(plan, profile, knowledge()), [...doneButton, stopButton], {
        about: [plan.goal],
        again: { do: "progress" },
      }),
      sent: at(nextNudgeAt(settings, now())),
      handBack: at(now()),
    };
  }

  return {
    // The terminal ends, and nobody writes to it first.
    reaches: ({ platform }) => platform !== "terminal",
    async start(place, state) {
      const settings = nudgeSettingsSchema.parse({
        ...NUDGE_DEFAULTS,
        timeZone: state.profile.timeZone ?? NUDGE_DEFAULTS.timeZone,
      });
      try {
        await schedule(place, settings);
        return privately(answerNudgesOn(settings, knowledge()), [stopButton]);
      } catch (error) {
        onFault(error, place);
        return privately(answerCannotRemember(knowledge()));
      }
    },
    async stop(place) {
      try {
        const wereOn = await storage.nudges.stop(place);
        await storage.people.change(place, (kept) =>
          kept?.nudgeSettings ? { nudgeSettings: null } : undefined,
        );
        return privately(answerNudgesOff(wereOn, knowledge()));
      } catch (error) {
        onFault(error, place);
        return privately(answerCannotRemember(knowledge()), [stopButton]);
      }
    },
    async follow(place, zone) {
      try {
        const kept = await storage.people.get(place);
        const settings = nudgeSettingsSchema.safeParse(kept?.nudgeSettings).data;
        if (settings && settings.timeZone !== zone) await schedule(place, { ...settings, timeZone: zone });
      } catch (error) {
        onFault(error, place);
      }
    },
    async takeDue(limit) {
      const due = await storage.nudges.claimDue(limit, LEASE_MS);
      const reminders = await Promise.all(
        due.map(({ person }) =>
          reminderFor(person).catch((error: unknown) => {
            // It falls due again when the lease ends; the others are sent meanwhile.
            onFault(error, person);
            return undefined;
          }),
        ),
      );
      return reminders.filter((each) => each !== undefined);
    },
  };
}
