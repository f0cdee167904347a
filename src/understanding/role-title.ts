import type { Reading } from "./reading/reading.ts";

/** The roles that a job's title names: "Senior Data Scientist" is a data scientist's; a field counts where no role is named. */
export function rolesOfTitle({ mentions }: Reading): string[] {
  const roles = mentions.flatMap((mention) =>
    mention.kind === "role" ? [mention.role, ...mention.rivals] : [],
  );
  const fields = mentions.flatMap((mention) => (mention.kind === "area" ? [mention.role] : []));
  return [...new Set(roles.length > 0 ? roles : fields)];
}
