import { readFileSync } from "node:fs";
import type { ConfigSources } from "../config/read-config.ts";
import { KNOWLEDGE_DIR } from "./paths.ts";

export const CONFIG_SOURCES: ConfigSources = {
  knowledgeDir: KNOWLEDGE_DIR,
  readText(path) {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined;
    }
  },
};
