import { z } from "zod";
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
import type { Remembered } from "./remembered.ts";

/** Where a reminder goes: the person's own channel with the bot. */
const addressSchema = z.object({ channelId: z.string() });

export interface DueReminder {
  person: Person;
  /** The channel in which it was asked for; an adapter may open a DM with the person instead. */
  channelId: string;
  reply: PersonalReply;
  /** To be called once it was sent: sets the next. Without it, it falls due again after the lease. */
  sent(): Promise<void>;
}

/** The time that an instance has to send what it took. */
const LEASE_MS = 5 * 60_000;

export interface Nudging {
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
  onFault: (error: unknown) => void,
): Nudging {
  const stopButton = button("Stop reminders", { do: "nudges", on: false });

  async function schedule(place: Place, settings: NudgeSettings): Promise<void> {
    await storage.people.put(place, { nudgeSettings: settings });
    await storage.nudges.schedule(place, { channelId: place.channelId }, nextNudgeAt(settings, now()));
  }

  return {
    async start(place, state) {
      const settings = nudgeSettingsSchema.parse({
        ...NUDGE_DEFAULTS,
        timeZone: state.profile.timeZone ?? NUDGE_DEFAULTS.timeZone,
      });
      try {
        await schedule(place, settings);
        return privately(answerNudgesOn(settings, knowledge()), [stopButton]);
      } catch (error) {
        onFault(error);
        return privately(answerCannotRemember(knowledge()));
      }
    },
    async stop(place) {
      try {
        await storage.nudges.stop(place);
        await storage.people.change(place, (kept) =>
          kept?.nudgeSettings ? { nudgeSettings: null } : undefined,
        );
        return privately(answerNudgesOff(knowledge()));
      } catch (error) {
        onFault(error);
        return privately(answerCannotRemember(knowledge()), [stopButton]);
      }
    },
    async follow(place, zone) {
      try {
        const kept = await storage.people.get(place);
        const settings = nudgeSettingsSchema.safeParse(kept?.nudgeSettings).data;
        if (settings && settings.timeZone !== zone) await schedule(place, { ...settings, timeZone: zone });
      } catch (error) {
        onFault(error);
      }
    },
    async takeDue(limit) {
      const due = await storage.nudges.claimDue(limit, LEASE_MS);
      const reminders = await Promise.all(
        due.map(async ({ person, address }): Promise<DueReminder[]> => {
          const kept = await storage.people.get(person);
          const settings = nudgeSettingsSchema.safeParse(kept?.nudgeSettings).data;
          const profile = readProfileDocument(kept?.profile);
          const plan = readPlanDocument(kept?.plan);
          const place = addressSchema.safeParse(address).data;
          if (!settings || !profile || !plan || !place) {
            // Nobody can be reminded of a plan that is gone.
            await storage.nudges.stop(person);
            return [];
          }
          const wait = quietUntil(settings, now());
          if (wait !== undefined) {
            await storage.nudges.reschedule(person, wait);
            return [];
          }
          const next = plan.steps[0];
          const doneButton = next ? [button("Done", { do: "done", step: next.id } as const, "first")] : [];
          return [
            {
              person,
              channelId: place.channelId,
              reply: privately(answerNudge(plan, profile, knowledge()), [...doneButton, stopButton]),
              async sent() {
                await storage.nudges.reschedule(person, nextNudgeAt(settings, now()));
              },
            },
          ];
        }),
      );
      return reminders.flat();
    },
  };
}
