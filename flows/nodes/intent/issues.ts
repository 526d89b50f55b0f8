import type { ConfigIssue } from "../config-issue.ts";

export function fewExamples(path: string, advised: number): ConfigIssue {
  return {
    code: "few_examples",
    severity: "warning",
    path,
    text: {
      "zh-CN": `例句太少，建议至少 ${advised} 句，10 句以上效果更好。`,
      en: `Too few examples. Give at least ${advised}; 10 or more work much better.`,
    },
  };
}
