/** As a card shows them. */
export const DEGREE_NAMES = {
  none: "no degree",
  certificate: "certificate or bootcamp",
  bachelor: "bachelor's degree",
  master: "master's degree",
  doctorate: "doctorate",
} as const;

export const REGION_NAMES = {
  US: "United States",
  GB: "United Kingdom",
  CA: "Canada",
  EU: "European Union",
} as const;
