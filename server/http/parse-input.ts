import type { z } from "zod";
import type { FieldReason } from "./problem-messages.ts";
import { type FieldFlaw, invalidRequest } from "./to-problem.ts";

/** Parses what a caller sent; a refusal names every field that is wrong, and why. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidRequest(parsed.error.issues.flatMap((issue) => toFlaws(issue, input)).slice(0, FLAWS_MAX));
}

/** A body of a thousand unknown keys is answered with some of them. */
const FLAWS_MAX = 20;

type Issue = z.core.$ZodIssue;

function toFlaws(issue: Issue, input: unknown): readonly FieldFlaw[] {
  const field = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: field === "" ? key : `${field}.${key}`, reason: "unknown" }));
  return [{ field, reason: toReason(issue, input) }];
}

function toReason(issue: Issue, input: unknown): FieldReason {
  switch (issue.code) {
    case "invalid_type":
    case "invalid_union":
      return isAbsent(input, issue.path) ? "required" : "wrong_type";
    case "too_big":
      return "too_long";
    case "too_small":
      return "too_short";
    case "invalid_format":
      return "wrong_format";
    case "invalid_value":
      return isAbsent(input, issue.path) ? "required" : "not_allowed";
    case "custom":
      return issue.params?.reason === "empty" || issue.params?.reason === "too_long"
        ? issue.params.reason
        : "wrong_value";
    default:
      return "wrong_value";
  }
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return true;
    value = Reflect.get(value, key);
  }
  return value === undefined;
}
