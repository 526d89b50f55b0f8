import type { JsonObject } from "../../../flows/kernel/json.ts";
import { isRecord } from "./is-record.ts";

/** What the public API takes; a talk must not fail to begin because of a page's mistake. */
const CONTEXT_MAX_CHARS = 8_000;
const KEY_MAX_CHARS = 64;
const DEPTH_MAX = 32;
const FORBIDDEN_KEYS = ["__proto__", "constructor", "prototype"];

/** Values of the host page as plain JSON, a copy; null for what no talk could take along. Small: the same file is part of the loader. */
export function parsePageContext(value: unknown): JsonObject | null {
  if (!isRecord(value) || Array.isArray(value)) return null;
  try {
    const text = JSON.stringify(value);
    const copy: unknown = JSON.parse(text);
    const isTaken =
      text.length <= CONTEXT_MAX_CHARS &&
      isRecord(copy) &&
      Object.keys(copy).every((key) => key !== "" && key.length <= KEY_MAX_CHARS) &&
      isPlain(copy, 0);
    // What JSON.parse returns is JSON, and `isRecord` has seen that it is an object.
    return isTaken ? (copy as JsonObject) : null;
  } catch {
    // Circles, big integers, getters that throw.
    return null;
  }
}

/** The same from an attribute of the page. */
export function parseContextAttribute(text: string): JsonObject | null {
  try {
    return parsePageContext(JSON.parse(text));
  } catch {
    return null;
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isCleanText(value);
  if (!isRecord(value)) return true;
  return (
    depth < DEPTH_MAX &&
    Object.keys(value).every((key) => isCleanText(key) && !FORBIDDEN_KEYS.includes(key)) &&
    Object.values(value).every((item) => isPlain(item, depth + 1))
  );
}

/** The database keeps neither NUL nor half a character. */
function isCleanText(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
