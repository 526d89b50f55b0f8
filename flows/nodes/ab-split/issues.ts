import type { ConfigIssue } from "../config-issue.ts";

export function fewVariants(path: string): ConfigIssue {
  return {
    code: "few_variants",
    severity: "error",
    path,
    text: { "zh-CN": "至少要有两个版本。", en: "At least two variants are needed." },
  };
}

export function notWhole(path: string, sum: number): ConfigIssue {
  const percent = Math.round(sum * 100) / 100;
  return {
    code: "percent_not_whole",
    severity: "error",
    path,
    text: {
      "zh-CN": `比例加起来是 ${percent}%，应为 100%。`,
      en: `The shares add up to ${percent} %, not 100 %.`,
    },
  };
}
