import type { VariableType } from "../kernel/define-node.ts";
import type { AnswerRules } from "./answer-schema.ts";

/** What `readAnswer` gives for an answer that fits. */
export function toAnswerType(type: AnswerRules["type"]): VariableType {
  switch (type) {
    case "number":
      return "number";
    case "yes-no":
      return "boolean";
    case "file":
      return "list";
    case "text":
    case "email":
    case "phone":
    case "order-no":
    case "date":
    case "pattern":
      return "text";
  }
}
