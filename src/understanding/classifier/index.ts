export { knownShare, type LabelKind, type LinearModel, margins, type Score, score } from "./linear-model.ts";
export { decodeModel, encodeModel } from "./model-codec.ts";
export { type TrainingExample, type TrainingOptions, train } from "./train.ts";
