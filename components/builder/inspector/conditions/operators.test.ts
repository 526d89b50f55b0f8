import { describe, expect, it } from "vitest";
import { listOperators, toRightSide } from "./operators.ts";

describe("operators", () => {
  it("are those of the type, and the one that was chosen", () => {
    expect(listOperators("boolean", "is-true")).toEqual(["is-true", "is-false", "is-empty", "is-not-empty"]);
    expect(listOperators("boolean", "equals")).toContain("equals");
    expect(listOperators(null, "equals").length).toBeGreaterThan(15);
  });

  it("decide what is written on the right", () => {
    expect(toRightSide("is-empty", "text")).toBe("none");
    expect(toRightSide("equals", "number")).toBe("number");
    expect(toRightSide("in", "number")).toBe("list");
    expect(toRightSide("equals", null)).toBe("text");
  });
});
