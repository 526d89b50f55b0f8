import { expect, test } from "vitest";
import { resolveMove } from "./version-moves.ts";

test("a talk lands on the newest version, and begins anew when it was to begin anew at any on the way", () => {
  const moves = { v1: { to: "v2", mode: "restart" }, v2: { to: "v3", mode: "move" } } as const;
  expect(resolveMove(moves, "v1")).toEqual({ to: "v3", mode: "restart" });
  expect(resolveMove(moves, "v2")).toEqual({ to: "v3", mode: "move" });
  expect(resolveMove(moves, "v3")).toBeNull();
});

test("a circle, which no release writes, leaves the talk where it is", () => {
  const circle = { v1: { to: "v2", mode: "move" }, v2: { to: "v1", mode: "move" } } as const;
  expect(resolveMove(circle, "v1")).toBeNull();
});
