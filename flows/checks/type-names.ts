import type { VariableType } from "../kernel/define-node.ts";
import type { Locale } from "../kernel/text.ts";

const NAMES: { readonly [Type in VariableType]: { readonly [L in Locale]: string } } = {
  text: { "zh-CN": "文字", en: "a text" },
  number: { "zh-CN": "数字", en: "a number" },
  boolean: { "zh-CN": "是/否", en: "yes or no" },
  list: { "zh-CN": "列表", en: "a list" },
  object: { "zh-CN": "对象", en: "an object" },
};

/** Types as authors read them, in the middle of a sentence. */
export function toTypeName(types: readonly VariableType[]): { readonly [L in Locale]: string } {
  return {
    "zh-CN": types.map((type) => NAMES[type]["zh-CN"]).join("或"),
    en: types.map((type) => NAMES[type].en).join(" or "),
  };
}
