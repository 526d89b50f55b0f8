/** Vectors of tokens, text after text, padded at the end to the same width. */
export type TokenVectors = {
  readonly data: Float32Array;
  readonly width: number;
  readonly hidden: number;
  /** Tokens of each text that are no padding. */
  readonly lengths: readonly number[];
};

/** One vector of length 1 for each text: that of its first token, or the mean of all that are no padding. */
export function poolVectors(tokens: TokenVectors, pooling: "mean" | "cls"): readonly (Float32Array | null)[] {
  const { data, width, hidden, lengths } = tokens;
  return lengths.map((length, row) => {
    const start = row * width * hidden;
    const counted = pooling === "cls" ? 1 : length;
    const sum = new Float32Array(hidden);
    for (let token = 0; token < counted; token++)
      for (let at = 0; at < hidden; at++) sum[at] = (sum[at] ?? 0) + (data[start + token * hidden + at] ?? 0);
    return toUnit(sum);
  });
}

/** What a graph has pooled itself, one row a text. */
export function splitVectors(data: Float32Array, hidden: number): readonly (Float32Array | null)[] {
  return Array.from({ length: data.length / hidden }, (_, row) =>
    toUnit(data.slice(row * hidden, (row + 1) * hidden)),
  );
}

/** Of length 1, so that the product of two is their cosine. Null for one without a direction, which says nothing. */
function toUnit(vector: Float32Array): Float32Array | null {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 && Number.isFinite(norm) ? vector.map((value) => value / norm) : null;
}
