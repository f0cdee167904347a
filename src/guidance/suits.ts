import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { RoleFacts, Skill } from "../knowledge/schema.ts";

/** Asked to find roles that suit somebody: what they like, never who they are. */
export interface SuitQuestion {
  ask: string;
  options: readonly SuitOption[];
}

export interface SuitOption {
  /** One letter: how the answer travels in a button. */
  letter: string;
  label: string;
  /** How well a role goes with the answer, 0 to 1, and why: continues "because". */
  fits(role: RoleTraits): { worth: number; because: string };
}

/** What a role is like, computed from its file. */
export interface RoleTraits {
  role: Role;
  /** Share of its asked-for levels that fall to a kind of skill, 0 to 1. */
  share(kinds: readonly Skill["kind"][]): number;
  /** Names of its must-haves of some kinds, highest level first. */
  names(kinds: readonly Skill["kind"][]): string[];
  asks(...skills: string[]): string[];
}

const CODE = ["language", "library", "engineering", "platform", "database"] as const;

export const SUIT_QUESTIONS: readonly SuitQuestion[] = [
  {
    ask: "What would you rather do on a Monday morning?",
    options: [
      families(
        "a",
        "Find out why a number moved",
        ["analysis"],
        ["science", "leadership"],
        "it explains numbers to people who decide",
      ),
      families(
        "b",
        "Build what runs by itself",
        ["data-engineering", "software"],
        ["machine-learning"],
        "it builds systems that others rely on",
      ),
      families(
        "c",
        "Teach a machine something",
        ["machine-learning"],
        ["science", "research"],
        "it trains models or puts them to work",
      ),
      families(
        "d",
        "Find out what nobody knows",
        ["research", "science"],
        ["machine-learning"],
        "it answers open questions",
      ),
      families(
        "e",
        "Get people to pull together",
        ["leadership", "product"],
        [],
        "it brings people and plans together",
      ),
    ],
  },
  {
    ask: "How do you like mathematics?",
    options: [
      kinds("a", "A lot", ["maths"], 0.15, "it leans on mathematics"),
      lessOf("b", "As a tool", ["maths"], 0.15, "it uses mathematics without living on it"),
      lessOf("c", "As little as possible", ["maths"], 0.03, "it asks for hardly any mathematics"),
    ],
  },
  {
    ask: "How much of the day would you like to write code?",
    options: [
      kinds("a", "Most of it", CODE, 0.6, "code is most of the work"),
      around("b", "A part of it", CODE, 0.45, "code is a part of the work, not all of it"),
      lessOf("c", "Little or none", CODE, 0.15, "it asks for little code"),
    ],
  },
  {
    ask: "What would you most like to work with?",
    options: [
      skilled(
        "a",
        "Business figures",
        ["business-intelligence", "reporting", "kpi-design", "excel", "business-acumen"],
        "it works with business figures",
      ),
      skilled(
        "b",
        "Language and text",
        ["natural-language-processing", "large-language-models", "prompt-engineering", "rag"],
        "it works with language",
      ),
      skilled(
        "c",
        "Images and signals",
        ["computer-vision", "image-processing", "deep-learning"],
        "it works with images or signals",
      ),
      skilled(
        "d",
        "Systems and data flows",
        ["data-pipelines", "cloud-computing", "docker", "linux", "system-design"],
        "it works on systems",
      ),
      skilled(
        "e",
        "Experiments and evidence",
        ["experimental-design", "causal-inference", "statistics", "hypothesis-testing"],
        "it works with experiments and evidence",
      ),
    ],
  },
  {
    ask: "Would you like to lead?",
    options: [
      levels("a", "Yes, people", ["manager", "executive"], "it leads people"),
      levels("b", "Yes, by know-how", ["lead", "senior"], "it leads by know-how"),
      levels("c", "Rather my own work", ["entry", "mid"], "it leaves you your own work"),
    ],
  },
  {
    ask: "How soon should it be?",
    options: [
      within("a", "As my next job", 2),
      within("b", "In a few years", 5),
      within("c", "It may take long", 15),
    ],
  },
];

export interface SuitedRole {
  role: Role;
  /** Best first; each continues "because". */
  because: string[];
}

/** `answers` holds one letter a question, in order; `-` for a question that was skipped. */
export function suitedRoles(answers: string, knowledge: Knowledge, most = 3): SuitedRole[] {
  const chosen = SUIT_QUESTIONS.flatMap(
    ({ options }, at) => options.find((each) => each.letter === answers[at]) ?? [],
  );
  return [...knowledge.roles.values()]
    .map((role) => {
      const traits = traitsOf(role, knowledge);
      const fits = chosen.map((option) => option.fits(traits)).sort((a, b) => b.worth - a.worth);
      return {
        role,
        worth: fits.reduce((sum, fit) => sum + fit.worth, 0),
        because: fits.filter((fit) => fit.worth >= 0.6).map((fit) => fit.because),
      };
    })
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.worth - a.worth || a.role.id.localeCompare(b.role.id))
    .slice(0, most)
    .map(({ role, because }) => ({ role, because }));
}

/** Whether a row of letters is the beginning of a row of answers. */
export function areSuitAnswers(answers: string): boolean {
  return (
    answers.length <= SUIT_QUESTIONS.length &&
    [...answers].every(
      (letter, at) =>
        letter === "-" || SUIT_QUESTIONS[at]!.options.some((option) => option.letter === letter),
    )
  );
}

function traitsOf(role: Role, knowledge: Knowledge): RoleTraits {
  const needs = [...role.skills, ...role.tools]
    .filter((need) => need.need === "must")
    .sort((a, b) => b.level - a.level);
  const of = (kinds: readonly Skill["kind"][]) =>
    needs.filter((need) => kinds.includes(knowledge.skills.get(need.id)?.kind ?? "domain"));
  const levels = (list: typeof needs) => list.reduce((sum, need) => sum + need.level, 0);
  const name = (id: string) => knowledge.skills.get(id)?.name ?? id;
  return {
    role,
    share: (kinds) => levels(of(kinds)) / Math.max(1, levels(needs)),
    names: (kinds) => of(kinds).map((need) => name(need.id)),
    asks: (...skills) => needs.filter((need) => skills.includes(need.id)).map((need) => name(need.id)),
  };
}

function families(
  letter: string,
  label: string,
  first: readonly RoleFacts["family"][],
  second: readonly RoleFacts["family"][],
  because: string,
): SuitOption {
  const worth = ({ family }: Role) => (first.includes(family) ? 1.8 : second.includes(family) ? 0.7 : 0);
  return { letter, label, fits: ({ role }) => ({ worth: worth(role), because }) };
}

function kinds(
  letter: string,
  label: string,
  of: readonly Skill["kind"][],
  full: number,
  because: string,
): SuitOption {
  return {
    letter,
    label,
    fits: (traits) => ({
      worth: Math.min(1, traits.share(of) / full),
      because: naming(because, traits.names(of)),
    }),
  };
}

function around(
  letter: string,
  label: string,
  of: readonly Skill["kind"][],
  at: number,
  because: string,
): SuitOption {
  return {
    letter,
    label,
    fits: (traits) => ({ worth: 1 - Math.min(1, Math.abs(traits.share(of) - at) / 0.4), because }),
  };
}

function lessOf(
  letter: string,
  label: string,
  of: readonly Skill["kind"][],
  most: number,
  because: string,
): SuitOption {
  return {
    letter,
    label,
    fits: (traits) => ({ worth: 1 - Math.min(1, Math.max(0, traits.share(of) - most) / 0.25), because }),
  };
}

function skilled(letter: string, label: string, skills: readonly string[], because: string): SuitOption {
  return {
    letter,
    label,
    fits: (traits) => {
      const asked = traits.asks(...skills);
      return { worth: Math.min(1, asked.length * 0.6), because: naming(because, asked) };
    },
  };
}

function levels(
  letter: string,
  label: string,
  of: readonly RoleFacts["level"][],
  because: string,
): SuitOption {
  return { letter, label, fits: ({ role }) => ({ worth: of.includes(role.level) ? 1 : 0, because }) };
}

function within(letter: string, label: string, years: number): SuitOption {
  return {
    letter,
    label,
    fits: ({ role }) => ({
      worth: role.experience.from <= years ? 0.8 : 0,
      because:
        role.experience.from === 0
          ? "it is open to beginners"
          : `it usually asks for ${role.experience.from} ${role.experience.from === 1 ? "year" : "years"} before`,
    }),
  };
}

function naming(because: string, names: readonly string[]): string {
  return names.length > 0 ? `${because} (${names.slice(0, 3).join(", ")})` : because;
}
