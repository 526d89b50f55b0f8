import { expect, test } from "vitest";
import { emailSchema, findPasswordProblem } from "./password-rules.ts";

test.each([
  ["short", "too_short"],
  ["茶叶很好喝", "too_short"],
  ["x1".repeat(80), "too_long"],
  ["aaaaaaaaaaaa", "too_simple"],
  ["1234567890", "too_simple"],
  ["jihgfedcba", "too_simple"],
  ["13812345678", "too_simple"],
  ["password123!", "too_common"],
  ["woaini1314520", "too_common"],
  ["123qwertyuiop", "too_common"],
  ["linlaoban2024", "like_email"],
])("%s is refused: %s", (password, problem) => {
  expect(findPasswordProblem(password, "linlaoban@shop.test")).toBe(problem);
});

test.each(["correct horse battery", "春风又绿江南岸明月照我", "Tr0ub4dor&3xyz", "mk9-vTq2-pLs"])(
  "%s may be used",
  (password) => {
    expect(findPasswordProblem(password, "boss@shop.test")).toBeNull();
  },
);

test("an address is one account however it is written", () => {
  expect(emailSchema.parse("  Boss@Shop.TEST ")).toBe("boss@shop.test");
});
