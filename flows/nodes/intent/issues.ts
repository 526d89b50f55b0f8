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

export function overlappingExamples(
  path: string,
  { own, other }: { readonly own: string; readonly other: string },
): ConfigIssue {
  return {
    code: "overlapping_examples",
    severity: "warning",
    path,
    text: {
      "zh-CN": `例句「${own}」和另一个意图的「${other}」几乎一样，识别时分不清。`,
      en: `The example “${own}” is nearly the same as “${other}” of another intent; they cannot be told apart.`,
    },
  };
}
