import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreBatch } from "./score-batch.ts";

const pair = (expected: string, actual: string) => ({ expected, actual });

test("precision, recall and F1 are those of the textbook", () => {
  const { labels, right, total, macroF1, confusions } = scoreBatch([
    ...[pair("退货", "退货"), pair("退货", "退货"), pair("退货", "发票")],
    ...[pair("发票", "发票"), pair("发票", "无"), pair("发票", "无")],
  ]);
  expect({ right, total }).toEqual({ right: 3, total: 6 });
  const [invoice, goods, none] = [...labels].sort((a, b) => (a.label < b.label ? -1 : 1)).reverse();
  expect([goods, invoice, none].map((score) => score?.label).sort()).toEqual(["发票", "无", "退货"].sort());
  const find = (label: string) => labels.find((score) => score.label === label);
  expect(find("退货")).toMatchObject({ precision: 1, recall: 2 / 3, f1: 0.8 });
  expect(find("发票")).toMatchObject({ precision: 0.5, recall: 1 / 3, f1: 0.4 });
  expect(find("无")).toMatchObject({ expected: 0, recall: null, precision: 0, f1: 0 });
  // What was never expected is no class of the mean.
  expect(macroF1).toBeCloseTo(0.6);
  expect(confusions).toEqual([
    { expected: "发票", actual: "无", count: 2 },
    { expected: "退货", actual: "发票", count: 1 },
  ]);
});

test("whatever the pairs, nothing is lost and every rate is a rate", () => {
  const label = fc.constantFrom("a", "b", "c", "d");
  fc.assert(
    fc.property(fc.array(fc.record({ expected: label, actual: label })), (pairs) => {
      const { labels, confusions, right, total, count } = scoreBatch(pairs);
      const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
      expect(sum(labels.map(({ expected }) => expected))).toBe(total);
      expect(sum(labels.map(({ actual }) => actual))).toBe(total);
      expect(right + sum(confusions.map((confusion) => confusion.count))).toBe(total);
      for (const { precision, recall, f1, label: name, right: own } of labels) {
        for (const rate of [precision, recall, f1])
          expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true);
        expect(count(name, name)).toBe(own);
      }
    }),
  );
});
