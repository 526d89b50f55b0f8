import { toPlain } from "../../answers/normalise.ts";
import { isEqual, isList, isMap } from "../../kernel/compare-values.ts";
import type { Json } from "../../kernel/json.ts";
import { compilePattern } from "../../kernel/pattern.ts";
import type { Operator } from "./definition.ts";

/** Total: every pair of values gives true or false. Numbers in texts count as numbers; width and case of texts make no difference. */
export function holds(left: Json, operator: Operator, right: Json): boolean {
  return TESTS[operator](left, right);
}

const TESTS: { readonly [Name in Operator]: (left: Json, right: Json) => boolean } = {
  equals: isSame,
  "not-equals": (left, right) => !isSame(left, right),
  contains: hasPart,
  "not-contains": (left, right) => !hasPart(left, right),
  "starts-with": (left, right) => toWords(right) !== "" && toWords(left).startsWith(toWords(right)),
  "ends-with": (left, right) => toWords(right) !== "" && toWords(left).endsWith(toWords(right)),
  in: isAmong,
  "not-in": (left, right) => !isAmong(left, right),
  matches: (left, right) =>
    typeof right === "string" && (compilePattern(right)?.test(toPlain(toText(left))) ?? false),
  greater: (left, right) => compareNumbers(left, right, (order) => order > 0),
  "greater-or-equal": (left, right) => compareNumbers(left, right, (order) => order >= 0),
  less: (left, right) => compareNumbers(left, right, (order) => order < 0),
  "less-or-equal": (left, right) => compareNumbers(left, right, (order) => order <= 0),
  before: (left, right) => compareDates(left, right, (order) => order < 0),
  after: (left, right) => compareDates(left, right, (order) => order > 0),
  "is-empty": isEmpty,
  "is-not-empty": (left) => !isEmpty(left),
  "is-true": (left) => isFlag(left, true),
  "is-false": (left) => isFlag(left, false),
};

function isSame(left: Json, right: Json): boolean {
  if (isEqual(left, right)) return true;
  if (isEmpty(left) && isEmpty(right)) return true;
  if (typeof left === "boolean" || typeof right === "boolean") return toWords(left) === toWords(right);
  const numbers = [toNumber(left), toNumber(right)];
  if (!numbers.includes(null)) return numbers[0] === numbers[1];
  return typeof left === "string" && typeof right === "string" && toWords(left) === toWords(right);
}

function hasPart(left: Json, right: Json): boolean {
  if (isList(left)) return left.some((item) => isSame(item, right));
  const part = toWords(right);
  return part !== "" && toWords(left).includes(part);
}

function isAmong(left: Json, right: Json): boolean {
  const items = isList(right)
    ? right
    : toText(right)
        .split(/[,，、;；\n]/u)
        .map((item) => item.trim());
  return items.some((item) => !isEmpty(item) && isSame(left, item));
}

function compareNumbers(left: Json, right: Json, test: (order: number) => boolean): boolean {
  const [a, b] = [toNumber(left), toNumber(right)];
  return a !== null && b !== null && test(a - b);
}

/** `2026-11-08` and full date-times with their zone; a time without a zone has no moment, so nothing is before or after it. */
function compareDates(left: Json, right: Json, test: (order: number) => boolean): boolean {
  const [a, b] = [toMoment(left), toMoment(right)];
  return a !== null && b !== null && test(a - b);
}

function toMoment(value: Json): number | null {
  if (typeof value === "number") return value;
  const text = toPlain(toText(value)).trim();
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/iu.test(text))
    return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}

function toNumber(value: Json): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const text = toPlain(value)
    .trim()
    .replace(/(?<=\d),(?=\d{3})/gu, "");
  return /^[-+]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/u.test(text) ? Number(text) : null;
}

function isEmpty(value: Json): boolean {
  if (value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (isList(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

function isFlag(value: Json, wanted: boolean): boolean {
  return value === wanted || toWords(value) === String(wanted);
}

function toWords(value: Json): string {
  return toPlain(toText(value)).trim().toLowerCase();
}

function toText(value: Json): string {
  if (typeof value === "string") return value;
  return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}
