import type { Practice } from "./practice.ts";

/** Mathematics, machine learning, deep learning and language models. */
export const MODELLING_PRACTICE: Record<string, Practice> = {
  "linear-algebra": {
    task: "Write principal components and least squares with nothing but matrix products, and draw what they do to a cloud of points.",
    done: "you can say what an eigenvector means for that cloud, without a formula.",
  },
  calculus: {
    task: "Derive the gradient of a two-layer network by hand, and check it against finite differences.",
    done: "your derivative agrees with the numbers to six places.",
  },
  probability: {
    task: "Solve ten puzzles of conditional probability on paper and check each one by simulation.",
    done: "your first guess and the simulation agree in most of them, and you know why not in the others.",
  },
  mathematics: {
    task: "Refresh linear algebra, calculus and probability with one problem sheet each, then read one paper's method section line by line.",
    done: "you can explain each symbol of that section.",
  },
  "machine-learning": {
    task: "On one table: a naive guess, a linear model, boosted trees; a hold-out set you touch once, and an error table by group.",
    done: "you can say why the best one wins, where it fails, and what leakage would have looked like.",
  },
  "scikit-learn": {
    task: "Put cleaning, encoding and model into one scikit-learn pipeline, tune it with cross-validation, and save it.",
    done: "the saved pipeline scores raw rows in a new process and gives the same numbers.",
  },
  pandas: {
    task: "Redo ten spreadsheet operations in pandas without a loop, on a file that is too large for the spreadsheet.",
    done: "you know which of them copy the data, and none takes longer than seconds.",
  },
  numpy: {
    task: "Write k-means in NumPy without a loop over points.",
    done: "it gives the library's result, and you can draw the shape of every array.",
  },
  "predictive-modelling": {
    task: "Predict something that you can check next week, publish the forecast first, then score it against a naive guess.",
    done: "you know by how much you beat the guess, with an interval.",
  },
  "feature-engineering": {
    task: "Improve a linear model on a table by features alone, and show the gain of each on data that it has not seen.",
    done: "three features earn their place, and none of them looks into the future.",
  },
  "model-evaluation": {
    task: "Write the evaluation before the model: the measure that its user cares about, the baseline, the groups, the interval.",
    done: "you can say how large a difference on your test set is noise.",
  },
  "deep-learning": {
    task: "Write backpropagation for a small network in NumPy, then train the same network in a framework, and make both agree.",
    done: "you can read a loss curve, and name the cause of three that go wrong.",
  },
  pytorch: {
    task: "Write a training loop in PyTorch from scratch with validation, checkpoints and a fixed seed; fine-tune an open model with it.",
    done: "training resumes after a kill, and you can say where the memory goes.",
  },
  tensorflow: {
    task: "Train and export one model with TensorFlow, and serve it from a process that holds no training code.",
    done: "the served model gives the numbers of the trained one.",
  },
  transformers: {
    task: "Build a small transformer from its parts, and show on a toy task what each part is for by leaving it out.",
    done: "you can explain attention with a drawing of three words.",
  },
  "large-language-models": {
    task: "Put three models of different size to the same two hundred real questions, and compare right answers, cost and delay.",
    done: "you can say for which of the questions the small one is enough.",
  },
  "llm-evaluation": {
    task: "Collect two hundred real questions with agreed answers, grade by people and by a model, and measure how far they agree.",
    done: "your score moves when the answers get better, and does not when only their style changes.",
  },
  "prompt-engineering": {
    task: "Raise one prompt's score on a fixed test set in ten recorded versions, and keep those that help.",
    done: "the last version holds on questions that you had put aside.",
  },
  rag: {
    task: "Answer questions over a hundred documents with quotes, and measure search and answer apart.",
    done: 'it says "I don\'t know" where the documents are silent.',
  },
  embeddings: {
    task: "Build a search over a thousand texts with embeddings, and compare it with plain word search on fifty queries.",
    done: "you can show five queries on which each of them wins, and why.",
  },
  "natural-language-processing": {
    task: "Extract dates and amounts from public letters: guidelines, labels by two people, a rule baseline, a model, an error table.",
    done: "you know the agreement of the two people, and the model's score beside it.",
  },
  "computer-vision": {
    task: "Train a detector on pictures that you took and labelled yourself, and break its errors down by light and distance.",
    done: "it works on a camera that it has never seen, and you know when it does not.",
  },
  "literature-review": {
    task: "Read ten papers on one question, and write two pages: what is agreed, what is disputed, what nobody tried.",
    done: "somebody from that field learns something from your two pages.",
  },
  "scientific-writing": {
    task: "Write four pages on one experiment of yours, and have them reviewed by two people, one of them outside the field.",
    done: "both can say what you claim, and on what it rests.",
  },
};
