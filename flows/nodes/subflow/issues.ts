import type { ConfigIssue } from "../config-issue.ts";

export function exitNeverTaken(path: string, id: string): ConfigIssue {
  return {
    code: "exit_never_taken",
    severity: "warning",
    path,
    text: {
      "zh-CN": `出口「${id}」永远走不到：子流程里没有以「${id}」结束的「结束」节点。`,
      en: `The port “${id}” is never taken: no end node of the sub-flow ends with “${id}”.`,
    },
  };
}
