/** Solves a square system by Gaussian elimination with pivoting. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    bringUpPivot(rows, column);
    const pivotRow = rows[column] ?? [];
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (pivotRow[column] || Number.EPSILON);
      for (const [at, value] of pivotRow.entries()) row[at] = (row[at] ?? 0) - factor * value;
    }
  }
  const solution = new Array<number>(rows.length).fill(0);
  for (const [at, row] of [...rows.entries()].reverse()) {
    const known = solution.reduce(
      (sum, value, other) => (other > at ? sum + value * (row[other] ?? 0) : sum),
      0,
    );
    solution[at] = ((row[rows.length] ?? 0) - known) / (row[at] || Number.EPSILON);
  }
  return solution;
}

function bringUpPivot(rows: number[][], column: number): void {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  }
  const held = rows[column] ?? [];
  rows[column] = rows[best] ?? [];
  rows[best] = held;
}
