// What our understanding is measured beside: the Bayes classifier of `natural` and the neural network of NLP.js, the two
// most used in JavaScript. Both name a label, and neither finds names nor answers.

/** @typedef {{ text: string, label: string }} Line */

/** `natural` is imported by its subpath, since the root of the package loads five database drivers. */
async function bayesClass() {
  return (await import("natural/lib/natural/classifiers/bayes_classifier.js")).default;
}

/**
 * Stop words are kept, since "from", "to" and "which" tell intents apart.
 * @param {readonly Line[]} lines
 */
export async function trainBayes(lines) {
  const Bayes = await bayesClass();
  const classifier = new Bayes();
  classifier.setOptions({ keepStops: true });
  for (const { text, label } of lines) classifier.addDocument(text, label);
  classifier.train();
  return {
    /** @type {(text: string) => string} */
    classify: (text) => classifier.classify(text),
    /** The model as text; without the documents, which only training needs. */
    save: () => JSON.stringify({ ...classifier, docs: [], events: undefined }),
  };
}

/** @param {string} saved */
export async function restoreBayes(saved) {
  const classifier = (await bayesClass()).restore(JSON.parse(saved));
  return {
    /** @type {(text: string) => string} */
    classify: (text) => classifier.classify(text),
  };
}

/**
 * @param {readonly Line[]} lines
 * @param {{ learningRate?: number }} settings as shipped where they are left out
 */
export async function trainNlpJs(lines, settings = {}) {
  const nlp = await emptyNlpJs(settings);
  nlp.addLanguage("en");
  for (const { text, label } of lines) nlp.addDocument("en", text, label);
  await nlp.train();
  return {
    classify: intentBy(nlp),
    /** @type {() => string} */
    save: () => nlp.export(),
  };
}

/** @param {string} saved */
export async function restoreNlpJs(saved) {
  const nlp = await emptyNlpJs({});
  nlp.import(saved);
  return { classify: intentBy(nlp) };
}

async function emptyNlpJs(settings) {
  const [{ containerBootstrap }, { Nlp }, { LangEn }] = await Promise.all([
    import("@nlpjs/core"),
    import("@nlpjs/nlp"),
    import("@nlpjs/lang-en"),
  ]);
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEn);
  // It warns of every text that is of stop words alone.
  container.register("logger", { ...container.get("logger"), warn() {} });
  const nlp = container.get("nlp");
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  nlp.useNlu("NeuralNlu", "en", "*", { log: false, ...settings });
  return nlp;
}

/** @returns {(text: string) => Promise<string>} */
function intentBy(nlp) {
  return async (text) => (await nlp.process("en", text)).intent;
}
