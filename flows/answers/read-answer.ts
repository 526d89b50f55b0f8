import type { Json } from "../kernel/json.ts";
import { compilePattern } from "../kernel/pattern.ts";
import type { CustomerMessage } from "../kernel/session.ts";
import type { AnswerRules } from "./answer-schema.ts";
import { toPlain } from "./normalise.ts";
import { parseEmail, parsePhone } from "./parse-contact.ts";
import { parseDate } from "./parse-date.ts";
import { parseNumber } from "./parse-number.ts";
import { parseOrderNumber } from "./parse-order-number.ts";
import { toLocalTime } from "./time-zone-date.ts";
import { parseYesNo } from "./words.ts";

/** Where and when the customer speaks: `明天` is a different day in another place. */
export type Moment = { readonly now: number; readonly timeZone: string };

type Said = Pick<CustomerMessage, "text" | "choice" | "attachments">;

/** Reads a message as the wanted type; null when it is no such answer, or breaks a rule. */
export function readAnswer(rules: AnswerRules, message: Said, moment: Moment): Json {
  const { text } = message;
  switch (rules.type) {
    case "text":
      return readText(rules, text);
    case "number":
      return readNumber(rules, text);
    case "email":
      return parseEmail(text);
    case "phone":
      return parsePhone(text, rules.phoneRegion);
    case "order-no":
      return readOrderNumber(rules, text);
    case "date":
      return readDate(rules, text, moment);
    case "yes-no":
      return message.choice === "yes" ? true : message.choice === "no" ? false : parseYesNo(text);
    case "pattern":
      return findPattern(rules.pattern ?? "", text);
    case "file":
      return readFiles(message);
  }
}

function readText({ minChars = 1, maxChars }: AnswerRules, text: string): string | null {
  const trimmed = text.trim();
  // Code points, not UTF-16 units: an emoji is one character to the one who types it.
  const chars = [...trimmed].length;
  return chars === 0 || chars < minChars || (maxChars !== undefined && chars > maxChars) ? null : trimmed;
}

function readNumber({ min, max, integer }: AnswerRules, text: string): number | null {
  const value = parseNumber(text);
  if (value === null || (integer && !Number.isInteger(value))) return null;
  return (min !== undefined && value < min) || (max !== undefined && value > max) ? null : value;
}

function readOrderNumber({ pattern }: AnswerRules, text: string): string | null {
  return pattern ? (findPattern(pattern, text)?.toUpperCase() ?? null) : parseOrderNumber(text);
}

function readDate({ dates }: AnswerRules, text: string, { now, timeZone }: Moment): string | null {
  const today = toLocalTime(now, timeZone).date;
  const date = parseDate(text, today, dates);
  if (date === null || (dates === "past" && date > today) || (dates === "future" && date < today))
    return null;
  return date;
}

/** A pattern that does not compile fits nothing; `validate` has named it to the author. */
function findPattern(source: string, text: string): string | null {
  const found = source === "" ? null : compilePattern(source)?.find(toPlain(text).trim());
  if (!found) return null;
  return found[1] ?? found[0] ?? null;
}

function readFiles({ attachments }: Said): Json {
  return attachments.length === 0 ? null : attachments.map((file) => ({ ...file }));
}
