import { fitShare, type ProfileGap } from "./profile-gap.ts";

/** Whether to apply: a verdict on the distance, with what stands in the way. */
export type Readiness = "apply" | "apply-and-learn" | "learn-first";

const READY = 0.7;
const HALF_READY = 0.45;
/** Adverts overstate the years: this many fewer are often forgiven. */
const YEARS_FORGIVEN = 1;

export function readinessOf({ fit, experience, target }: ProfileGap): Readiness {
  const share = fitShare(fit);
  const counted = experience.is === "in-part" ? experience.years / 2 : undefined;
  const yearsShort =
    experience.is === "short" ? experience.by : target.experience.from - (counted ?? target.experience.from);
  if (share >= READY && yearsShort <= YEARS_FORGIVEN) return "apply";
  return share >= HALF_READY && yearsShort <= 2 * YEARS_FORGIVEN ? "apply-and-learn" : "learn-first";
}
