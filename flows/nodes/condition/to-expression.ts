import { findChips } from "../../kernel/find-chips.ts";
import type { FlowVariable } from "../../kernel/flow.ts";
import type { Json } from "../../kernel/json.ts";
import type { Operator, Rule, When } from "./definition.ts";

type Types = ReadonlyMap<string, FlowVariable["type"]>;
type Rules = Extract<When, { readonly type: "rules" }>;

/**
 * The same condition as an expression, or null where none says the same (dates). Expressions tell upper from lower case, rules
 * do not; all else that authors write means the same.
 */
export function toExpression({ match, groups }: Rules, types: Types): string | null {
  const parts = groups
    .filter(({ rules }) => rules.length > 0)
    .map((group) => {
      const rules = group.rules.map((rule) => toTerm(rule, types));
      if (rules.includes(null)) return null;
      const isWrapped = rules.length > 1 && groups.length > 1;
      const joined = rules.join(group.match === "all" ? " and " : " or ");
      return isWrapped ? `(${joined})` : joined;
    });
  return parts.length === 0 || parts.includes(null) ? null : parts.join(match === "all" ? " and " : " or ");
}

function toTerm({ left, operator, right }: Rule, types: Types): string | null {
  const source = left.trim();
  if (source === "") return null;
  const subject = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(source) ? source : `(${source})`;
  const isNumber = types.get(source) === "number";
  const isAmong = operator === "in" || operator === "not-in";
  const value = toOperand(isAmong ? toItems(right) : right, isNumber);
  return TERMS[operator](subject, value, isNumber);
}

type Term = (left: string, right: string | null, isNumber: boolean) => string | null;

const binary =
  (write: (left: string, right: string) => string): Term =>
  (left, right) =>
    right === null ? null : write(left, right);

/** A number in a text counts as a number in a rule, so an expression has to read it first. */
const compare =
  (sign: string): Term =>
  (left, right, isNumber) =>
    right === null ? null : `${isNumber ? left : `number(${left})`} ${sign} ${right}`;

const TERMS: { readonly [Name in Operator]: Term } = {
  equals: binary((left, right) => `${left} == ${right}`),
  "not-equals": binary((left, right) => `${left} != ${right}`),
  contains: binary((left, right) => `contains(${left}, ${right})`),
  "not-contains": binary((left, right) => `not contains(${left}, ${right})`),
  "starts-with": binary((left, right) => `startsWith(${left}, ${right})`),
  "ends-with": binary((left, right) => `endsWith(${left}, ${right})`),
  in: binary((left, right) => `${left} in ${right}`),
  "not-in": binary((left, right) => `not (${left} in ${right})`),
  matches: binary((left, right) => `matches(${left}, ${right})`),
  greater: compare(">"),
  "greater-or-equal": compare(">="),
  less: compare("<"),
  "less-or-equal": compare("<="),
  before: () => null,
  after: () => null,
  "is-empty": (left) => `len(${left}) == 0`,
  "is-not-empty": (left) => `len(${left}) > 0`,
  "is-true": (left) => `${left} == true`,
  "is-false": (left) => `${left} == false`,
};

/** Several values that were written as one text, as the interpreter cuts it. */
function toItems(value: Json): Json {
  if (typeof value !== "string" || findChips(value).length > 0) return value;
  return value
    .split(/[,，、;；\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A fixed value, or a text with variables in it. */
function toOperand(value: Json, isNumber: boolean): string | null {
  if (value === null) return null;
  if (typeof value !== "string") return JSON.stringify(value);
  if (findChips(value).length > 0) return joinPieces(value);
  const number = isNumber && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? JSON.stringify(value) : String(number);
}

/** The one variable that a text consists of, or words and variables put together. */
function joinPieces(text: string): string {
  const chips = findChips(text);
  const [only] = chips;
  if (only !== undefined && only.from === 0 && only.to === text.length) return only.source;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, source } of chips) {
    if (from > at) pieces.push(JSON.stringify(text.slice(at, from)));
    pieces.push(`text(${source})`);
    at = to;
  }
  if (at < text.length) pieces.push(JSON.stringify(text.slice(at)));
  return `(${pieces.join(" + ")})`;
}
