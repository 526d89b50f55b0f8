import type { z } from "zod";
import type { Locale } from "./text.ts";

const zh = {
  missing: "这里还没有填写",
  atMost: (max: string) => `不能大于 ${max}`,
  atLeast: (min: string) => `不能小于 ${min}`,
  charsMost: (max: string) => `最多 ${max} 个字`,
  itemsMost: (max: string) => `最多 ${max} 项`,
  whole: "请填写整数",
  number: "请填写数字",
  /** The schema shows the regular expression itself, which tells an author nothing. */
  name: "只能由字母、数字和 _ 组成，且以字母开头",
};

const en = {
  missing: "This still has to be filled in",
  atMost: (max: string) => `${max} at most`,
  atLeast: (min: string) => `${min} at least`,
  charsMost: (max: string) => `${max} characters at most`,
  itemsMost: (max: string) => `${max} items at most`,
  whole: "Write a whole number",
  number: "Write a number",
  name: "only letters, digits and _, beginning with a letter",
} satisfies typeof zh;

const WORDS = { "zh-CN": zh, en };

/** Why a value does not fit, as a person would say it; null where the schema's own words have to do. */
export function toPlainWords(issue: z.core.$ZodIssue, value: unknown, locale: Locale): string | null {
  const t = WORDS[locale];
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
      if (value === "") return t.missing;
      return issue.format === "regex" ? t.name : null;
    default:
      return null;
  }
}

function toBig({ origin, maximum }: z.core.$ZodIssueTooBig, locale: Locale): string {
  const t = WORDS[locale];
  const max = String(maximum);
  if (origin === "string") return t.charsMost(max);
  return origin === "array" ? t.itemsMost(max) : t.atMost(max);
}
