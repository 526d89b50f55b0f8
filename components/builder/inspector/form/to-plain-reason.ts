import type { z } from "zod";
import type { Json } from "#flows/kernel/json.ts";
import { listIssues } from "#flows/kernel/list-issues.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { issueMessages } from "./messages.ts";

/** Why a value does not fit, as a person would say it; what has no words of ours comes from the schema itself. Null when it fits. */
export function toPlainReason(schema: z.ZodType, value: Json | undefined, locale: Locale): string | null {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue === undefined) return null;
  return toOwnWords(issue, value, locale) ?? listIssues(schema, value)[0]?.reason[locale] ?? null;
}

function toOwnWords(issue: z.core.$ZodIssue, value: Json | undefined, locale: Locale): string | null {
  const t = issueMessages[locale];
  switch (issue.code) {
    case "too_big":
      return toBig(issue, locale);
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? t.missing
        : t.atLeast(String(issue.minimum));
    case "invalid_type":
      if (value === undefined || value === "") return t.missing;
      if (issue.expected === "int") return t.whole;
      return issue.expected === "number" ? t.number : null;
    case "invalid_format":
      return value === "" ? t.missing : null;
    default:
      return null;
  }
}

function toBig({ origin, maximum }: z.core.$ZodIssueTooBig, locale: Locale): string {
  const t = issueMessages[locale];
  const max = String(maximum);
  if (origin === "string") return t.charsMost(max);
  return origin === "array" ? t.itemsMost(max) : t.atMost(max);
}
