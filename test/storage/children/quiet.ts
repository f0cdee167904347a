import type { StorageLog } from "../../../src/storage/storage.ts";

/** For processes whose standard output is read by a test. */
export const quietLog: StorageLog = { info: () => {}, warn: () => {}, error: () => {} };
