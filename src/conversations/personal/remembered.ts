import { makePlan, type Plan, readPlanDocument } from "../../guidance/plan.ts";
import { emptyProfile, isEmptyProfile, type Profile, readProfileDocument } from "../../guidance/profile.ts";
import { remakePlan } from "../../guidance/progress.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Kept, Person, Storage } from "../../storage/storage.ts";
import { newSession, type Session, sessionKey, sessionSchema } from "./session.ts";

/** What is known of a person when their message comes in. */
export interface Remembered {
  session: Session;
  profile: Profile;
  plan: Plan | undefined;
  /** They agreed, and the profile is in the storage. */
  isKept: boolean;
  /** False where the storage did not answer: nothing can be promised then. */
  canRemember: boolean;
}

/** A profile, with the plan that was made for it. */
export interface Known {
  profile: Profile;
  plan: Plan | undefined;
}

/** Told of a storage that failed somebody; never given a text. */
export type OnFault = (error: unknown, person: Person) => void;

export interface PeopleMemory {
  recall(person: Person): Promise<Remembered>;
  /** Keeps a change where the profile is kept: for good after consent, else for the talk. */
  change(person: Person, before: Remembered, change: (known: Known) => Known): Promise<Remembered>;
  /** After consent: moves the profile from the talk into the storage. */
  keep(person: Person, before: Remembered): Promise<Remembered>;
  note(person: Person, before: Remembered, session: Partial<Session>): Promise<Remembered>;
}

export function peopleMemory(storage: Storage, knowledge: () => Knowledge, onFault: OnFault): PeopleMemory {
  async function note(person: Person, before: Remembered, change: Partial<Session>): Promise<Remembered> {
    const session = { ...before.session, ...change };
    if (!before.canRemember) return { ...before, session };
    try {
      await storage.memory.put(sessionKey(person), session, person);
      return { ...before, session };
    } catch (error) {
      onFault(error, person);
      return { ...before, session, canRemember: false };
    }
  }

  return {
    note,
    async recall(person) {
      try {
        const [document, kept] = await Promise.all([
          storage.memory.get(sessionKey(person)),
          storage.people.get(person),
        ]);
        return rememberedOf(sessionSchema.safeParse(document).data ?? newSession(), kept);
      } catch (error) {
        onFault(error, person);
        return { ...rememberedOf(newSession(), undefined), canRemember: false };
      }
    },
    async change(person, before, change) {
      const changed = (known: Known) => withPlan(known, change(known), knowledge());
      const next = changed({ profile: before.profile, plan: before.plan });
      if (!before.isKept) return note(person, { ...before, ...next }, { draft: draftOf(next) });
      try {
        // Decided on what is there at the moment of writing: two messages at once both count.
        const kept = await storage.people.change(person, (now) => documents(changed(knownOf(now))));
        return { ...before, ...knownOf(kept) };
      } catch (error) {
        onFault(error, person);
        return { ...before, ...next, canRemember: false };
      }
    },
    async keep(person, before) {
      if (!before.canRemember) return before;
      try {
        await storage.people.put(person, documents(before));
      } catch (error) {
        onFault(error, person);
        return { ...before, canRemember: false };
      }
      return note(
        person,
        { ...before, isKept: true },
        { draft: undefined, consent: "kept", awaiting: undefined },
      );
    },
  };
}

function rememberedOf(session: Session, kept: Kept | undefined): Remembered {
  const isKept = readProfileDocument(kept?.profile) !== undefined;
  const known = isKept
    ? knownOf(kept)
    : { profile: session.draft?.profile ?? emptyProfile(), plan: session.draft?.plan };
  return { session, ...known, isKept, canRemember: true };
}

function knownOf(kept: Kept | undefined): Known {
  return {
    profile: readProfileDocument(kept?.profile) ?? emptyProfile(),
    plan: readPlanDocument(kept?.plan),
  };
}

function documents({ profile, plan }: Known): Kept {
  return { profile, plan: plan ?? null };
}

function draftOf({ profile, plan }: Known): Session["draft"] {
  return isEmptyProfile(profile) && !plan ? undefined : { profile, ...(plan ? { plan } : {}) };
}

/** A plan follows its profile: another goal makes another plan, another skill moves the steps. */
function withPlan(before: Known, after: Known, knowledge: Knowledge): Known {
  const { profile, plan } = after;
  if (!plan || plan !== before.plan) return after;
  const target = knowledge.roles.get(profile.targets[0] ?? plan.target);
  if (!target) return { profile, plan: undefined };
  if (target.id === plan.target) return { profile, plan: remakePlan(profile, plan, knowledge) };
  const learnt = plan.done.filter((step) => step.kind === "skill");
  return { profile, plan: makePlan(profile, target, knowledge, learnt) };
}
