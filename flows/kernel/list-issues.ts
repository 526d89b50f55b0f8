import { z } from "zod";
import { toPlainWords } from "./issue-words.ts";
import type { Locale } from "./text.ts";

export type Issue = {
  readonly path: readonly PropertyKey[];
  readonly reason: { readonly [L in Locale]: string };
};

const ERROR_MAPS: { readonly [L in Locale]: z.core.$ZodErrorMap } = {
  "zh-CN": z.locales.zhCN().localeError,
  en: z.locales.en().localeError,
};

/** Why a value is not of the schema, in both languages and in plain words where we have some; empty when it is. */
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
    reason: toPlainWords(issue, readAt(value, issue.path), locale) ?? issue.message,
  }));
}

function readAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}
