import type { z } from "zod";
import type { Json } from "#flows/kernel/json.ts";
import { listIssues } from "#flows/kernel/list-issues.ts";
import type { Locale } from "#flows/kernel/text.ts";

/** Why a value does not fit, as a person would say it. Null when it fits. */
export function toPlainReason(schema: z.ZodType, value: Json | undefined, locale: Locale): string | null {
  return listIssues(schema, value)[0]?.reason[locale] ?? null;
}
