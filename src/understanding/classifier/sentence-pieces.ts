/** A word piece and its log probability, in the order of the encoder's embedding rows. */
export type Vocabulary = readonly (readonly [piece: string, score: number])[];

export type Tokenizer = (text: string) => number[];

/** The first rows stand for unknown, start, end and three spare ids; no text is split into them. */
const RESERVED = 6;
const UNKNOWN = 0;
const SPACE = "\u2581";

/**
 * Splits text into the likeliest sequence of word pieces (SentencePiece's unigram model), just as the encoder's
 * published tokenizer does, its treatment of unknown characters included. Only the first `most` characters are read.
 */
export function buildTokenizer(vocabulary: Vocabulary, most: number): Tokenizer {
  const rows = new Map<string, number>();
  let longest = 1;
  for (let row = RESERVED; row < vocabulary.length; row++) {
    const piece = vocabulary[row]![0];
    rows.set(piece, row);
    longest = Math.max(longest, piece.length);
  }

  return (text) => {
    const normal = text.normalize("NFKC");
    if (normal === "") return [];
    const symbols = Array.from(SPACE + normal.replaceAll(" ", SPACE)).slice(0, most);
    const best = new Float64Array(symbols.length + 1);
    const chosen = new Int32Array(symbols.length + 1);
    const length = new Int32Array(symbols.length + 1).fill(1);
    const relax = (end: number, size: number, score: number, row: number) => {
      if (best[end] !== 0 && score < best[end]!) return;
      best[end] = score;
      chosen[end] = row;
      length[end] = size;
    };
    for (let start = 0; start < symbols.length; start++) {
      let piece = "";
      let found = false;
      for (let end = start + 1; end <= symbols.length && end - start <= longest; end++) {
        piece += symbols[end - 1]!;
        const row = rows.get(piece);
        if (row === undefined) continue;
        found = true;
        relax(end, end - start, vocabulary[row]![1] + best[start]!, row);
      }
      if (!found) relax(start + 1, 1, best[start]!, UNKNOWN);
    }

    const pieces: number[] = [];
    for (let end = symbols.length; end > 0; end -= length[end]!) {
      const row = chosen[end]!;
      if (row !== UNKNOWN || pieces.at(-1) !== UNKNOWN) pieces.push(row);
    }
    return pieces.reverse();
  };
}
