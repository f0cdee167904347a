import { existsSync } from "node:fs";
import { StorageSetupError, StorageUnavailable } from "./errors.ts";
import { openMemoryStorage } from "./in-memory/open.ts";
import { type OpenOptions, openStorage } from "./open.ts";
import type { Storage } from "./storage.ts";
import { fileOf } from "./url.ts";

/**
 * For one person at a terminal: talks live in this process, and the database is opened only where there is something of
 * theirs to keep or to read. Whoever just asks leaves no file behind. A database that cannot be opened (another process
 * has it, say) is logged once, and is to its callers as one that is down.
 */
export function openOnDemand(options: OpenOptions): Storage {
  const file = fileOf(options.url);
  const exists = file === undefined || existsSync(file);
  const talks = openMemoryStorage(options);
  let opened: Promise<Storage> | undefined;
  const database = () => {
    opened ??= openStorage(options).catch((error: unknown) => {
      if (!(error instanceof StorageSetupError)) throw error;
      options.log.warn({ fault: error.fault }, error.message);
      throw new StorageUnavailable("refused", error);
    });
    return opened;
  };
  const kept = async () => (exists || opened ? (await database()).people : undefined);
  return {
    ...talks,
    people: {
      get: async (person) => (await kept())?.get(person),
      put: async (person, change) => (await database()).people.put(person, change),
      change: async (person, decide) => (await database()).people.change(person, decide),
      async export(person) {
        const said = await talks.people.export(person);
        return { ...said, ...(await (await kept())?.export(person)), memory: said.memory };
      },
      async erase(person) {
        const erased = await (await kept())?.erase(person);
        const { memory } = await talks.people.erase(person);
        return erased ? { ...erased, memory } : { people: 0, nudges: 0, feedback: 0, memory };
      },
    },
    async close() {
      await talks.close();
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}
