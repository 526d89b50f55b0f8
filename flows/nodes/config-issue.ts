import type { NodeDefinition } from "../kernel/define-node.ts";
import type { Text } from "../kernel/text.ts";

/** A problem of a config that its schema cannot see. */
export type ConfigIssue = ReturnType<NonNullable<NodeDefinition["check"]>>[number];

export function duplicateId(path: string, id: string): ConfigIssue {
  return {
    code: "duplicate_id",
    severity: "error",
    path,
    text: { "zh-CN": `编号「${id}」重复了，请换一个。`, en: `The id “${id}” is used twice.` },
  };
}

export function reservedId(path: string, id: string): ConfigIssue {
  return {
    code: "reserved_id",
    severity: "error",
    path,
    text: {
      "zh-CN": `「${id}」是系统出口的名字，请换一个编号。`,
      en: `“${id}” is the name of a built-in port. Choose another id.`,
    },
  };
}

export function missing(path: string): ConfigIssue {
  return {
    code: "missing_field",
    severity: "error",
    path,
    text: { "zh-CN": "这里还没有填写。", en: "This still has to be filled in." },
  };
}

/** Names the field when nobody could read anything in it, in any language. */
export function checkFilled(text: Text, path: string): readonly ConfigIssue[] {
  return isBlank(text) ? [missing(path)] : [];
}

export function isBlank(text: Text): boolean {
  return typeof text === "string" ? text.trim() === "" : !(text["zh-CN"]?.trim() || text.en?.trim());
}
