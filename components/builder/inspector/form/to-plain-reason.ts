import type { z } from "zod";
import type { Json } from "#flows/kernel/json.ts";
import { listIssues } from "#flows/kernel/list-issues.ts";
import type { Locale } from "#flows/kernel/text.ts";

/** Why a value does not fit, as a person would say it; `isOwn` when it is the value itself and not something in it. Null when it fits. */
export function toPlainReason(
  schema: z.ZodType,
  value: Json | undefined,
  locale: Locale,
): { readonly text: string; readonly isOwn: boolean } | null {
  const issues = listIssues(schema, value);
  const issue = issues.find(({ path }) => path.length === 0) ?? issues[0];
  return issue === undefined ? null : { text: issue.reason[locale], isOwn: issue.path.length === 0 };
}
