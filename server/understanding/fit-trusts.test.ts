import { expect, test } from "vitest";
import { fitTrusts } from "./fit-trusts.ts";

/** One signal that is the logarithm of the odds itself, and no constant. */
const confidence = [1, 0];
const seen = (winner: number, isRight: boolean, count: number) =>
  Array.from({ length: count }, () => ({ signals: [0], isRight, winner, weight: 1 }));

test("a class that is wrong more often than it says is trusted less, one that is right more often is trusted more", () => {
  const observations = [
    ...seen(0, true, 5),
    ...seen(0, false, 35),
    ...seen(1, true, 35),
    ...seen(1, false, 5),
  ];
  const [low = 0, high = 0, unseen] = fitTrusts({ observations, confidence, classesCount: 3 });
  expect(low).toBeLessThan(-0.5);
  expect(high).toBeGreaterThan(0.5);
  expect(unseen).toBe(0);
});

test("a class that is right as often as it says stays as it is, and one mistake moves little", () => {
  const even = [...seen(0, true, 20), ...seen(0, false, 20), ...seen(1, false, 1)];
  const [same, little = 0] = fitTrusts({ observations: even, confidence, classesCount: 2 });
  expect(same).toBe(0);
  expect(Math.abs(little)).toBeLessThan(0.1);
});
