import { expect, test } from "vitest";
import { isTaken, listPalette, type PaletteState } from "./list-palette.ts";

const EMPTY: PaletteState = { hasStart: false, recentKinds: [] };
const STARTED: PaletteState = { hasStart: true, recentKinds: ["start"] };

function rows(now: PaletteState, held: PaletteState | null, query = ""): readonly string[] {
  const { families, recent } = listPalette({ locale: "zh-CN", query, now, held });
  return [...recent, ...families.flatMap(({ kinds }) => kinds)].map(({ kind }) => kind);
}

test("a flow without a start is offered one, and no second", () => {
  expect(rows(EMPTY, null)).toContain("start");
  expect(rows(STARTED, null)).not.toContain("start");
});

test("no row comes or goes under the pointer, and the start that is still there adds no second one", () => {
  expect(rows(STARTED, EMPTY)).toEqual(rows(EMPTY, null));
  expect(isTaken("start", EMPTY)).toBe(false);
  expect(isTaken("start", STARTED)).toBe(true);
  expect(isTaken("message", STARTED)).toBe(false);
});

test("what was used lately stands first, but not among what is searched for", () => {
  const now = { hasStart: true, recentKinds: ["message"] };
  expect(rows(now, null)[0]).toBe("message");
  expect(rows(now, null).filter((kind) => kind === "message")).toHaveLength(2);
  expect(rows(now, null, "开始")).not.toContain("message");
});
