import fc from "fast-check";
import { expect, it } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { createWording } from "./create-wording.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { learn } from "./learn.ts";
import { createFaqMatcher } from "./match-faq.ts";
import { packIndex, unpackIndex } from "./pack-index.ts";
import { packPulls, unpackPulls } from "./pack-pulls.ts";
import { packRows, unpackRows } from "./pack-rows.ts";
import { buildRows, ELSEWHERE_OWNER, toLearningTable } from "./row-table.ts";

const CLASSES = [
  {
    id: "a",
    examples: ["怎么退货", "退货退货退货退货", "send it back"],
    hints: ["退货"],
    negatives: ["取消退货"],
  },
  { id: "b", examples: ["开发票", "invoice please 123456"], hints: [], negatives: [] },
];

function learnTable(isTrained: boolean) {
  const table = toLearningTable(
    buildRows({ classes: CLASSES, elsewhere: ELSEWHERE.slice(0, 20), wording: createWording([]) }),
  );
  const kept = Int32Array.from(table.keys.keys());
  return { table, ...learn({ table, kept, classesCount: CLASSES.length, isTrained }) };
}

it("rows come back from JSON as they were", () => {
  const { corpus: _, ...table } = learnTable(false).table;
  expect(unpackRows(JSON.parse(JSON.stringify(packRows(table))))).toEqual(table);
  expect(unpackRows(packRows({ ...table, keys: [], lines: [], owners: new Int32Array(0) })).keys).toEqual([]);
});

it("the index comes back from JSON with the same rows, weights and values", () => {
  const { table, learnt, index } = learnTable(false);
  const packed = JSON.parse(JSON.stringify(packIndex({ corpus: table.corpus, learnt, index })));
  const unpacked = unpackIndex(packed, table.owners.length);
  const known = unpacked.lexicon.features.length;
  expect(unpacked.lexicon.features).toEqual(table.corpus.lexicon.features.slice(0, known));
  expect(unpacked.space.weights.idf).toEqual(learnt.space.weights.idf.slice(0, known));
  expect(learnt.space.weights.idf.slice(known).every((weight) => weight === 0)).toBe(true);
  const { starts, rows, values } = index.postings;
  const total = starts[known] ?? 0;
  expect(unpacked.index.postings.starts).toEqual(starts.slice(0, known + 1));
  expect(unpacked.index.postings.rows.slice(0, total)).toEqual(rows.slice(0, total));
  for (let at = 0; at < total; at += 1)
    expect(unpacked.index.postings.values[at]).toBeCloseTo(values[at] ?? 0, 6);
});

it("pulls come back with their rows, signs and nearly their sizes", () => {
  const rowsCount = 900;
  const owners = Int32Array.from({ length: rowsCount }, (_, row) => (row < 450 ? row % 3 : ELSEWHERE_OWNER));
  const size = fc.double({ min: 0.01, max: 2, noNaN: true });
  const lists = fc.array(fc.dictionary(fc.nat({ max: rowsCount - 1 }).map(String), size, { maxKeys: 9 }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(lists, (classes) => {
      const cells = classes.flatMap((list, classIndex) =>
        Object.entries(list).map(([row, pull]) => {
          const value = owners[Number(row)] === classIndex ? pull : -pull;
          return { classIndex, row: Number(row), value };
        }),
      );
      const starts = Int32Array.from(
        [0, 1, 2, 3],
        (at) => cells.filter(({ classIndex }) => classIndex < at).length,
      );
      const rows = Int32Array.from(cells, ({ row }) => row);
      const values = Float64Array.from(cells, ({ value }) => value);
      const unpacked = unpackPulls(packPulls({ starts, rows, values }, rowsCount), owners, 3);
      expect(unpacked.starts).toEqual(starts);
      expect(unpacked.rows).toEqual(rows);
      for (const [at, value] of values.entries()) {
        expect(Math.abs((unpacked.values[at] ?? 0) - value)).toBeLessThan(0.02);
      }
    }),
  );
});

it("a base of 10,000 phrasings is read in less than 150 ms of the event loop's time", () => {
  const entries = Array.from({ length: 2_000 }, (_, at) => {
    const thing = String.fromCharCode(0x4e00 + at * 3, 0x5a00 + at);
    return {
      id: String(at),
      question: `${thing}多少钱`,
      similar: [
        `请问${thing}怎么卖`,
        `${thing}现在什么价格`,
        `how much is item ${thing}`,
        `${thing}贵不贵啊`,
      ],
    };
  });
  const model = compileFaq({ entries });
  const before = process.threadCpuUsage();
  const matcher = createFaqMatcher(model);
  const spent = process.threadCpuUsage(before);
  expect((spent.user + spent.system) / 1_000).toBeLessThan(150);
  expect(matcher.match(`${entries[7]?.question}呢`).candidates[0]?.entryId).toBe("7");
});
