import type { PersonalData } from "../kernel/define-node.ts";
import type { Text } from "../kernel/text.ts";
import type { AnswerRules } from "./answer-schema.ts";

const ID_WORDS = /身份证|证件号|护照号|社保号|id card|identity (?:card )?number|passport number|national id/i;
const NAME_WORDS =
  /姓名|(?:您|你)的(?:名字|大名)|怎么称呼|如何称呼|贵姓|\b(?:your|full|first|last|contact) name\b/i;

/** Which personal data a question is after, by its type or by its words; null when it is none. */
export function findPersonalData(
  type: AnswerRules["type"] | "choice",
  texts: readonly (Text | undefined)[],
): PersonalData["data"] | null {
  if (type === "phone" || type === "email") return type;
  if (type !== "text" && type !== "pattern") return null;
  const words = texts.map(toWords).join("\n");
  return ID_WORDS.test(words) ? "id-number" : NAME_WORDS.test(words) ? "name" : null;
}

function toWords(text: Text | undefined): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  return `${text["zh-CN"] ?? ""}\n${text.en ?? ""}`;
}
