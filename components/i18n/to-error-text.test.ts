import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { errorMessages } from "./error-messages.ts";
import { isRefusedFor, toErrorText, toFailure } from "./to-error-text.ts";

/** As the server answers an AppError. */
const refuse = (code: string, facts: object): Error =>
  TRPCClientError.from({ error: { code: -32_009, message: code, data: { code, facts } } });

test("why a call was refused is its reason, which its code does not say", () => {
  const error = refuse("conflict", { reason: "entry_deleted", rev: 4 });
  expect(toFailure(error)).toEqual({
    ...{ code: "conflict", reason: "entry_deleted", rev: 4, retryAfterSeconds: null },
  });
  expect(isRefusedFor(error, "entry_deleted")).toBe(true);
  expect(isRefusedFor(error, "case_changed", "case_saved")).toBe(false);
  expect(isRefusedFor(new Error("entry_deleted"), "entry_deleted")).toBe(false);
});

test("what a newer server says, and this page has no text for, reads as our own fault for no known reason", () => {
  const error = refuse("too_new", { reason: "toString" });
  expect(toFailure(error)).toMatchObject({ code: "internal", reason: null });
  expect(toErrorText(toFailure(error), errorMessages.en)).toBe(errorMessages.en.codes.internal);
});
