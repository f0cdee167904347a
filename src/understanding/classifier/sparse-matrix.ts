/** Rows of a sparse matrix, one after the other: row `r` is `starts[r] .. starts[r + 1]` of columns and values. */
export interface SparseMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly width: number;
}

export interface SparseRow {
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export function stackRows(rows: readonly SparseRow[], width: number): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (let row = 0; row < rows.length; row++) starts[row + 1] = starts[row]! + rows[row]!.columns.length;
  const columns = new Int32Array(starts[rows.length]!);
  const values = new Float32Array(starts[rows.length]!);
  for (let row = 0; row < rows.length; row++) {
    columns.set(rows[row]!.columns, starts[row]!);
    values.set(rows[row]!.values, starts[row]!);
  }
  return { starts, columns, values, width };
}
