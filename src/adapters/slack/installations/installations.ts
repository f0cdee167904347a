/**
 * Where the installations of several workspaces are kept: one encrypted text a key. The storage floor supplies one;
 * `memoryInstallations` serves tests and a trial run.
 */
export interface Installations {
  save(key: string, sealed: string): Promise<void>;
  fetch(key: string): Promise<string | undefined>;
  erase(key: string): Promise<void>;
}

/** Forgets everything with the process. */
export function memoryInstallations(): Installations & { readonly entries: ReadonlyMap<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    save: async (key, sealed) => void entries.set(key, sealed),
    fetch: async (key) => entries.get(key),
    erase: async (key) => void entries.delete(key),
  };
}
