import type { TurnRow } from "./turns.ts";

/** The bars of DESIGN §10 that this bench checks. */
const RATIO_MIN = 0.6;
const P99_MAX_MS = 50;

export type Ratio = {
  readonly connections: number;
  readonly ofMemory: number;
  readonly ofStatement: number;
  readonly bar: string;
};

/** The product's turns a second as a part of each bare server's, in the same run. */
export function toRatios(rows: readonly TurnRow[]): readonly Ratio[] {
  const find = (server: string, connections: number) =>
    rows.find((row) => row.server.startsWith(server) && row.connections === connections);
  return rows
    .filter(({ server }) => server === "jieda")
    .map(({ connections, perSecond, p99 }) => {
      const ofMemory = round(perSecond / (find("bare, in memory", connections)?.perSecond ?? Number.NaN));
      const ofStatement = round(
        perSecond / (find("bare, one statement", connections)?.perSecond ?? Number.NaN),
      );
      const isMet = ofStatement >= RATIO_MIN && (connections !== 16 || p99 < P99_MAX_MS);
      return { connections, ofMemory, ofStatement, bar: connections === 1 ? "-" : isMet ? "met" : "MISSED" };
    });
}

/** Prints rows of one shape as an aligned table. */
export function printTable(
  title: string,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): void {
  console.log(`\n${title}`);
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "-")))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  for (const line of cells)
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
