import type { ConfigIssue } from "../config-issue.ts";

export function emptyWeek(path: string): ConfigIssue {
  return {
    code: "never_open",
    severity: "warning",
    path,
    text: { "zh-CN": "没有填营业时间，会一直显示为休息。", en: "Without hours this is always closed." },
  };
}

export function impossibleDate(path: string): ConfigIssue {
  return {
    code: "impossible_date",
    severity: "error",
    path,
    text: {
      "zh-CN": "没有这个日期，或者结束日期早于开始日期。",
      en: "There is no such date, or the last day is before the first.",
    },
  };
}
