import { parseFieldPath, readField, writeField } from "#flows/editing/field-path.ts";
import type { Json } from "#flows/kernel/json.ts";

/** Cuts `options[0].label` into its keys; a path that is none has none. */
export function toKeys(path: string): readonly (string | number)[] {
  return parseFieldPath(path) ?? [];
}

/** What stands at the path, or undefined where the path leads into nothing. */
export function getAt(value: Json | undefined, path: string): Json | undefined {
  // What is read out of JSON is JSON.
  return readField(value, path) as Json | undefined;
}

/** The same value with another one at the path; undefined takes it out. */
export function setAt(value: Json | undefined, path: string, next: Json | undefined): Json | undefined {
  return writeField(value, path, next);
}

export function getChild(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === "number" ? value[key] : undefined;
  if (!isRecord(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function toList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function toRecord(value: Json | undefined): { readonly [key: string]: Json } {
  return isRecord(value) ? value : {};
}

/** Whether the path is the other one or lies inside it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

/** The path as texts and forms know it: `options[3].label` is `options[].label`. */
export function toTextKey(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}

/** The index right behind the list's path: 3 for `options` and `options[3].label`; null for a path outside of it. */
export function toIndexIn(path: string, list: string): number | null {
  if (!path.startsWith(`${list}[`)) return null;
  const index = Number.parseInt(path.slice(list.length + 1), 10);
  return Number.isNaN(index) ? null : index;
}
