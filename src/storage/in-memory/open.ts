import { StorageUnavailable } from "../errors.ts";
import { installedIn } from "../installed-in.ts";
import { oldestKeptDay } from "../retention.ts";
import { FOCUS_TTL_MS, type Storage } from "../storage.ts";
import { deleteWhere } from "./expiring.ts";
import { nudges } from "./nudges.ts";
import { people } from "./people.ts";
import { feedback, misses } from "./reports.ts";
import { onlyIds, Rows, toJson, workspaceKey } from "./rows.ts";

/** The storage in process memory, gone with the process: for the terminal and for tests. Loads no driver. */
export function openMemoryStorage({ now }: { now: () => number }): Storage {
  const rows = new Rows(now);
  const slackTeam = (workspaceId: string) => workspaceKey({ platform: "slack", workspaceId });
  let closed = false;
  return {
    claim: async (key, ttlMs) => {
      if (rows.claims.get(key)) return false;
      rows.claims.set(key, { expiresAt: now() + ttlMs });
      return true;
    },
    memory: {
      get: async (conversation) => {
        const row = rows.memory.get(conversation);
        return row && JSON.parse(row.focus);
      },
      put: async (conversation, focus, owner) =>
        rows.memory.set(conversation, {
          owner: onlyIds(owner),
          focus: toJson(focus),
          expiresAt: now() + FOCUS_TTL_MS,
        }),
      forget: async (conversation) => rows.memory.delete(conversation),
    },
    people: people(rows, now),
    nudges: nudges(rows, now),
    feedback: feedback(rows, now),
    misses: misses(rows, now),
    installations: {
      get: async (key) => {
        const installation = rows.installations.get(slackTeam(installedIn(key)));
        return installation && JSON.parse(installation);
      },
      put: async (key, installation) => {
        rows.installations.set(slackTeam(installedIn(key)), toJson(installation));
      },
      remove: async (key) => rows.installations.delete(slackTeam(installedIn(key))),
    },
    eraseWorkspace: async (workspace) => {
      const key = workspaceKey(workspace);
      return {
        ...rows.eraseOwned((owner) => workspaceKey(owner) === key),
        misses: deleteWhere(rows.misses, (row) => row.workspace === key),
        installations: Number(rows.installations.delete(key)),
      };
    },
    sweep: async () => ({
      claims: rows.claims.sweep(),
      memory: rows.memory.sweep(),
      misses: deleteWhere(rows.misses, (row) => row.day < oldestKeptDay(now())),
    }),
    check: async () => {
      if (closed) throw new StorageUnavailable("closed");
    },
    close: async () => {
      closed = true;
    },
  };
}
