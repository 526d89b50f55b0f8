import { expect, test } from "vitest";
import { toSafePath } from "./to-safe-path.ts";

test.each([
  ["/conversations?status=ended", "/conversations?status=ended"],
  ["/bots/1#x", "/bots/1#x"],
  [null, "/bots"],
  ["", "/bots"],
  ["https://evil.test/", "/bots"],
  ["//evil.test/", "/bots"],
  ["/\\evil.test", "/bots"],
  ["javascript:alert(1)", "/bots"],
  ["/\t/evil.test", "/bots"],
])("%s leads to %s", (wanted, path) => {
  expect(toSafePath(wanted)).toBe(path);
});
