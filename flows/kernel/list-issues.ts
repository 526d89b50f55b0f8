import { z } from "zod";
import type { Locale } from "./text.ts";

export type Issue = {
  readonly path: readonly PropertyKey[];
  readonly reason: { readonly [L in Locale]: string };
};

/** Zod shows the regular expression itself, which tells an author nothing. */
const NAME_RULE: { readonly [L in Locale]: string } = {
  "zh-CN": "只能由字母、数字和 _ 组成，且以字母开头",
  en: "only letters, digits and _, beginning with a letter",
};

const ERROR_MAPS: { readonly [L in Locale]: z.core.$ZodErrorMap } = {
  "zh-CN": z.locales.zhCN().localeError,
  en: z.locales.en().localeError,
};

/** Why a value is not of the schema, in both languages; empty when it is. */
export function listIssues(schema: z.ZodType, value: unknown): readonly Issue[] {
  const english = listReasons(schema, value, "en");
  if (english.length === 0) return [];
  const chinese = listReasons(schema, value, "zh-CN");
  return english.map(({ path, reason }, index) => ({
    path,
    reason: { "zh-CN": chinese[index]?.reason ?? reason, en: reason },
  }));
}

function listReasons(schema: z.ZodType, value: unknown, locale: Locale) {
  const issues = schema.safeParse(value, { error: ERROR_MAPS[locale] }).error?.issues ?? [];
  return issues.map((issue) => ({
    path: issue.path,
    reason: issue.code === "invalid_format" && issue.format === "regex" ? NAME_RULE[locale] : issue.message,
  }));
}
