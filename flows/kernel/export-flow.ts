import type { Bundle, Flow } from "./flow.ts";

/**
 * The document as a file: keys in one fixed order, so that two exports of one flow are equal byte for byte, also after an import
 * in between, and a version control shows only what was changed.
 */
export function exportFlow(flow: Flow): string {
  return toCanonicalJson(flow);
}

export function exportBundle(bundle: Bundle): string {
  return toCanonicalJson(bundle);
}

function toCanonicalJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // By code units and not by a locale's rules, which differ from machine to machine.
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
