import type { FlowVariable } from "../kernel/flow.ts";
import type { Json, JsonObject } from "../kernel/json.ts";

export type RowVariables =
  | { readonly ok: true; readonly values: JsonObject }
  /** `name` is what stands in the cell where a name should be. */
  | {
      readonly ok: false;
      readonly type: "unreadable" | "unknown-variable" | "wrong-value";
      readonly name: string;
    };

const PAIR = /^([^=：:]+)[=：:]([\s\S]*)$/;
const TRUE_WORDS = ["true", "yes", "1", "是", "真"];
const FALSE_WORDS = ["false", "no", "0", "否", "假"];

/**
 * Reads the variables of a spreadsheet's row: `name=value`, one a line or with semicolons between, or one JSON object. Each value
 * becomes what its variable holds.
 */
export function readRowVariables(cell: string, variables: readonly FlowVariable[]): RowVariables {
  const read = cell.trim().startsWith("{") ? readObject(cell) : readPairs(cell);
  if (typeof read === "string") return { ok: false, type: "unreadable", name: read };
  const values: { [name: string]: Json } = {};
  for (const [name, raw] of read) {
    const variable = variables.find((known) => known.name === name);
    if (variable === undefined) return { ok: false, type: "unknown-variable", name };
    const value = toValue(raw, variable.type);
    if (value === undefined) return { ok: false, type: "wrong-value", name };
    values[name] = value;
  }
  return { ok: true, values };
}

type Pairs = readonly (readonly [name: string, raw: Json])[];

/** The pairs, or the part that is none. */
function readPairs(cell: string): Pairs | string {
  const parts = (cell.includes("\n") ? cell.split("\n") : cell.split(/[;；]/)).map((part) => part.trim());
  const pairs: [string, string][] = [];
  for (const part of parts) {
    if (part === "") continue;
    const [, name, value] = PAIR.exec(part) ?? [];
    if (name === undefined || value === undefined) return part;
    pairs.push([name.trim(), value.trim()]);
  }
  return pairs;
}

function readObject(cell: string): Pairs | string {
  const json = readJson(cell);
  return typeof json === "object" && json !== null ? Object.entries(json) : cell;
}

/** Undefined is no value of the type. */
function toValue(raw: Json, type: FlowVariable["type"]): Json | undefined {
  if (raw === null) return null;
  if (raw === "" && type !== "text") return null;
  return READERS[type](raw);
}

const READERS: { readonly [Type in FlowVariable["type"]]: (raw: Json) => Json | undefined } = {
  text: (raw) => (typeof raw === "object" ? undefined : String(raw)),
  number: (raw) => {
    const number = typeof raw === "string" || typeof raw === "number" ? Number(raw) : Number.NaN;
    return Number.isFinite(number) ? number : undefined;
  },
  boolean: (raw) => {
    const word = String(raw).toLowerCase();
    return TRUE_WORDS.includes(word) ? true : FALSE_WORDS.includes(word) ? false : undefined;
  },
  list: (raw) => {
    const json = toJson(raw);
    return Array.isArray(json) ? json : undefined;
  },
  object: (raw) => {
    const json = toJson(raw);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : undefined;
  },
};

const toJson = (raw: Json): Json | undefined => (typeof raw === "string" ? readJson(raw) : raw);

function readJson(text: string): Json | undefined {
  try {
    // as: what JSON.parse gives is JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The same as a cell again. */
export function writeRowVariables(values: JsonObject): string {
  const cells = Object.entries(values).map(([name, value]) => ({
    text: `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    // Null, and words with a separator in them or a blank at their end, only JSON tells apart.
    isPlain:
      value !== null && (typeof value !== "string" || (value === value.trim() && !/[\n;；]/.test(value))),
  }));
  const isPlain = cells.every((cell) => cell.isPlain && !/[\n;；]/.test(cell.text));
  return isPlain ? cells.map(({ text }) => text).join("; ") : JSON.stringify(values);
}
