import { fileURLToPath } from "node:url";

/** Folders of the package, wherever it was installed and from wherever it is called. */
export const PACKAGE_ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const KNOWLEDGE_DIR = fileURLToPath(new URL("../../knowledge", import.meta.url));
/** What the build made of the knowledge base: trained models, and the base itself ready to load. */
export const ARTIFACTS_DIR = fileURLToPath(new URL("../artifacts", import.meta.url));
