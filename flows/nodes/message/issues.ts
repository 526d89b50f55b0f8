import type { ConfigIssue } from "../config-issue.ts";

export function unsafeUrl(path: string): ConfigIssue {
  return {
    code: "unsafe_url",
    severity: "error",
    path,
    text: {
      "zh-CN": "链接要以 https://、http://、mailto:、tel: 或 / 开头。",
      en: "A link starts with https://, http://, mailto:, tel: or /.",
    },
  };
}
