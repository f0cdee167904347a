import type { DEGREES } from "../../knowledge/schema.ts";

/** One thing that somebody told of themself, in ids of the knowledge base. */
export type Told =
  /** A role; null: a background that is no role of ours. */
  | { do: "current"; role: string | null }
  | { do: "years"; years: number }
  /** A level from 1 to 5, where one was said. */
  | { do: "skill"; id: string; level?: number }
  | { do: "drop-skill"; id: string }
  | { do: "degree"; degree: (typeof DEGREES)[number] }
  | { do: "field"; field: string }
  | { do: "targets"; roles: readonly string[] }
  | { do: "drop-target"; role: string }
  /** A skill to learn or to work with, or an industry. */
  | { do: "interest"; id: string }
  | { do: "hours"; hours: number }
  | { do: "region"; region: PlaceRegion }
  | { do: "time-zone"; zone: string };

/** The regions that pay figures tell apart. */
export type PlaceRegion = "US" | "GB" | "CA" | "EU";

/** What was asked for last, so that a bare number or name finds its place. */
export type AskedLast = "target" | "current" | "skills" | "hours" | "years";
