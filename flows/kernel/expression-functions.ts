import { compareValues, isEqual, isList, isMap, isTruthy } from "./compare-values.ts";
import type { ExpressionErrorCode } from "./expression-error.ts";
import { formatDate } from "./format-date.ts";
import type { Json } from "./json.ts";
import { compilePattern } from "./pattern.ts";
import { toPlainText } from "./to-plain-text.ts";

/** A refusal of a function; the evaluator adds where it happened. */
export class FunctionRefusal extends Error {
  readonly code: ExpressionErrorCode;

  constructor(code: ExpressionErrorCode) {
    super(code);
    this.code = code;
  }
}

type ExpressionFunction = {
  readonly argsMin: number;
  readonly argsMax: number;
  readonly apply: (args: readonly Json[]) => Json;
};

/** All that expressions can call. Closed: nothing is looked up on a value, and nothing here has an effect. */
export const EXPRESSION_FUNCTIONS: { readonly [name: string]: ExpressionFunction } = {
  len: define(1, 1, ([value]) => lengthOf(value ?? null)),
  lower: define(1, 1, ([text]) => toText(text).toLowerCase()),
  upper: define(1, 1, ([text]) => toText(text).toUpperCase()),
  trim: define(1, 1, ([text]) => toText(text).trim()),
  contains: define(2, 2, ([whole, part]) =>
    isList(whole ?? null)
      ? toList(whole).some((item) => isEqual(item, part ?? null))
      : nfc(whole).includes(nfc(part)),
  ),
  startsWith: define(2, 2, ([text, start]) => nfc(text).startsWith(nfc(start))),
  endsWith: define(2, 2, ([text, end]) => nfc(text).endsWith(nfc(end))),
  matches: define(2, 2, ([text, pattern]) => {
    const compiled = compilePattern(toText(pattern));
    if (compiled === null) throw new FunctionRefusal("bad_pattern");
    return compiled.test(toText(text));
  }),
  replace: define(3, 3, ([text, from, to]) =>
    toText(from) === "" ? toText(text) : toText(text).replaceAll(toText(from), () => toText(to)),
  ),
  number: define(1, 1, ([value]) => toNumberOrNull(value ?? null)),
  text: define(1, 1, ([value]) => toText(value)),
  round: define(1, 2, ([value, digits]) =>
    roundTo(toNumber(value), digits === undefined ? 0 : toNumber(digits)),
  ),
  floor: define(1, 1, ([value]) => Math.floor(toNumber(value))),
  ceil: define(1, 1, ([value]) => Math.ceil(toNumber(value))),
  abs: define(1, 1, ([value]) => Math.abs(toNumber(value))),
  min: define(1, 20, (args) => pick(args, -1)),
  max: define(1, 20, (args) => pick(args, 1)),
  sum: define(1, 1, ([list]) => toList(list).reduce<number>((total, item) => total + toNumber(item), 0)),
  join: define(1, 2, ([list, mark]) =>
    toList(list)
      .map(toText)
      .join(mark === undefined ? "" : toText(mark)),
  ),
  split: define(2, 2, ([text, mark]) => toText(text).split(toText(mark))),
  slice: define(2, 3, ([value, start, end]) => {
    const from = toNumber(start);
    const until = end === undefined || end === null ? undefined : toNumber(end);
    // By characters as readers count them, not by UTF-16 units: half an emoji is no text.
    return isList(value ?? null)
      ? toList(value).slice(from, until)
      : Array.from(toText(value)).slice(from, until).join("");
  }),
  first: define(1, 1, ([list]) => toList(list)[0] ?? null),
  last: define(1, 1, ([list]) => toList(list).at(-1) ?? null),
  where: define(3, 3, ([list, key, value]) => toList(list).filter((item) => hasValue(item, key, value))),
  find: define(3, 3, ([list, key, value]) => toList(list).find((item) => hasValue(item, key, value)) ?? null),
  keys: define(1, 1, ([map]) => (isMap(map ?? null) ? Object.keys(toMap(map)) : [])),
  default: define(2, 2, ([value, otherwise]) =>
    value === null || value === undefined || value === "" ? (otherwise ?? null) : value,
  ),
  bool: define(1, 1, ([value]) => isTruthy(value)),
  /** `date(now, "YYYY-MM-DD HH:mm", "Asia/Shanghai")`; without a zone the time of China. */
  date: define(1, 3, ([time, pattern, zone]) => {
    const formatted = formatDate(
      toNumber(time),
      pattern === undefined ? "YYYY-MM-DD" : toText(pattern),
      zone === undefined ? "Asia/Shanghai" : toText(zone),
    );
    if (formatted === null) throw new FunctionRefusal("wrong_arguments");
    return formatted;
  }),
};

function define(argsMin: number, argsMax: number, apply: ExpressionFunction["apply"]): ExpressionFunction {
  return { argsMin, argsMax, apply };
}

function lengthOf(value: Json): number {
  if (value === null) return 0;
  if (isList(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  return Array.from(toText(value)).length;
}

function toText(value: Json | undefined): string {
  return toPlainText(value ?? null);
}

function nfc(value: Json | undefined): string {
  return toText(value).normalize("NFC");
}

function toNumber(value: Json | undefined): number {
  if (typeof value !== "number") throw new FunctionRefusal("type_mismatch");
  return value;
}

/** Reads what customers type: spaces, thousands marks and full-width digits are fine, anything else is null. */
function toNumberOrNull(value: Json): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string") return null;
  const plain = value
    .normalize("NFKC")
    .trim()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
}

/** Nothing is an empty list: a missing variable must not break a message. */
function toList(value: Json | undefined): readonly Json[] {
  if (value === null || value === undefined) return [];
  if (!isList(value)) throw new FunctionRefusal("type_mismatch");
  return value;
}

function toMap(value: Json | undefined): { readonly [key: string]: Json } {
  if (value === undefined || !isMap(value)) throw new FunctionRefusal("type_mismatch");
  return value;
}

function roundTo(value: number, digits: number): number {
  if (!Number.isInteger(digits) || digits < 0 || digits > 10) throw new FunctionRefusal("wrong_arguments");
  // Through the decimal form: 1.005 * 100 is 100.49999999999999 in binary.
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${digits}`))}e-${digits}`);
  return Number.isFinite(rounded) ? Math.sign(value) * rounded : value;
}

function pick(args: readonly Json[], sign: -1 | 1): Json {
  const only = args[0] ?? null;
  const values = args.length === 1 && isList(only) ? only : args;
  return values.reduce<Json>(
    (best, value, index) => (index === 0 || compareValues(value, best) === sign ? value : best),
    null,
  );
}

function hasValue(item: Json, key: Json | undefined, value: Json | undefined): boolean {
  const name = toText(key);
  return isMap(item) && Object.hasOwn(item, name) && isEqual(item[name] ?? null, value ?? null);
}
