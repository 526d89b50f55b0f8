import { expect, test } from "vitest";
import { readFailure } from "./upload-file.ts";

test("a refusal is read with its reason, and anything else is our own fault", () => {
  const refusal = {
    error: { message: "conflict", data: { code: "conflict", facts: { reason: "same_document" } } },
  };
  expect(readFailure(JSON.stringify(refusal))).toEqual({ code: "conflict", reason: "same_document" });
  expect(readFailure("<html>502</html>")).toEqual({ code: "internal", reason: null });
  expect(readFailure("{}")).toEqual({ code: "internal", reason: null });
});
