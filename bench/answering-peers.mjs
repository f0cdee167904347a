// What Rolewise's understanding is measured beside: the Bayes classifier of `natural`, the most used in JavaScript.
// It is imported by its subpath, since the root of the package loads five database drivers.
//
//   node bench/answering-peers.mjs MODEL.json TEXT      one answer of a saved model, for timing a start
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

async function bayesClass() {
  return (await import("natural/lib/natural/classifiers/bayes_classifier.js")).default;
}

/** Trains on `{text, label}`, stop words kept, since "from", "to" and "which" tell intents apart. */
export async function trainBayes(lines) {
  const Bayes = await bayesClass();
  const classifier = new Bayes();
  classifier.setOptions({ keepStops: true });
  for (const { text, label } of lines) classifier.addDocument(text, label);
  classifier.train();
  return classifier;
}

/** The model as text; without the documents, which only training needs. */
export function saveBayes(classifier) {
  return JSON.stringify({ ...classifier, docs: [], events: undefined });
}

export async function restoreBayes(text) {
  return (await bayesClass()).restore(JSON.parse(text));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, text] = process.argv.slice(2);
  const classifier = await restoreBayes(readFileSync(file, "utf8"));
  process.stdout.write(`${classifier.classify(text)}\n`);
}
