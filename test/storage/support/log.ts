import type { StorageLog } from "../../../src/storage/storage.ts";

export interface Line {
  level: "info" | "warn" | "error";
  fields: object;
  message: string;
}

/** Keeps what is logged. */
export function recordingLog(): StorageLog & { lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line["level"]) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}
