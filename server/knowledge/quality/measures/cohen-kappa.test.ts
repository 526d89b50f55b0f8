import { expect, test } from "vitest";
import { toKappa } from "./cohen-kappa.ts";

/** Pairs from a table: how often the first said `row` where the second said `column`. */
const fromTable = (rows: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  Object.entries(rows).flatMap(([one, columns]) =>
    Object.entries(columns).flatMap(([other, times]) =>
      Array.from({ length: times }, () => [one, other] as const),
    ),
  );

test("gives the published values", () => {
  // The worked example of many textbooks: 20 and 15 agree, 5 and 10 do not; kappa 0.40.
  const grants = toKappa(fromTable({ yes: { yes: 20, no: 5 }, no: { yes: 10, no: 15 } }));
  expect(grants.count).toBe(50);
  expect(grants.agreed).toBeCloseTo(0.7);
  expect(grants.kappa).toBeCloseTo(0.4);
  expect(grants.level).toBe("fair");
  // J. Cohen 1960, table 1, as counts of 200: kappa 0.492.
  const diagnoses = toKappa(
    fromTable({
      a: { a: 88, b: 10, c: 2 },
      b: { a: 14, b: 40, c: 6 },
      c: { a: 18, b: 10, c: 12 },
    }),
  );
  expect(diagnoses.kappa).toBeCloseTo(0.492, 3);
  expect(diagnoses.level).toBe("moderate");
});

test("has an interval around the value that narrows with more pairs", () => {
  const few = toKappa(fromTable({ yes: { yes: 20, no: 5 }, no: { yes: 10, no: 15 } }));
  const many = toKappa(fromTable({ yes: { yes: 200, no: 50 }, no: { yes: 100, no: 150 } }));
  // Wilson of 35 of 50 is 0.562 to 0.809; chance is 0.5.
  expect(few.interval?.low).toBeCloseTo(0.125, 3);
  expect(few.interval?.high).toBeCloseTo(0.618, 3);
  expect((many.interval?.high ?? 0) - (many.interval?.low ?? 0)).toBeLessThan(0.17);
  expect(toKappa(fromTable({ yes: { yes: 20 }, no: { no: 20 } })).interval?.low).toBeCloseTo(0.825, 3);
});

test("says less than chance plainly, and nothing where everybody always says the same", () => {
  expect(toKappa(fromTable({ yes: { no: 10 }, no: { yes: 10 } }))).toMatchObject({
    kappa: -1,
    level: "poor",
  });
  expect(toKappa(fromTable({ yes: { yes: 40 } }))).toMatchObject({ agreed: 1, kappa: null, level: null });
  expect(toKappa([])).toMatchObject({ count: 0, kappa: null });
});

test("does not depend on the order of pairs, nor on who came first", () => {
  const pairs = fromTable({ yes: { yes: 20, no: 5 }, no: { yes: 10, no: 15 } });
  const turned = pairs.toReversed().map(([one, other]) => [other, one] as const);
  expect(toKappa(turned).kappa).toBeCloseTo(toKappa(pairs).kappa ?? 0, 12);
});
