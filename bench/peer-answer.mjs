// One answer of a saved peer, for timing a start: node bench/peer-answer.mjs natural|nlp.js MODEL TEXT
import { readFileSync } from "node:fs";
import { restoreBayes, restoreNlpJs } from "./peers.mjs";

const [peer, file, text] = process.argv.slice(2);
const { classify } = await (peer === "natural" ? restoreBayes : restoreNlpJs)(readFileSync(file, "utf8"));
process.stdout.write(`${await classify(text)}\n`);
