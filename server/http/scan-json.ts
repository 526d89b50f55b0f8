/**
 * Looks at JSON text before it is parsed, without recursion: JSON.parse itself takes a depth of a million, and what comes
 * out of it then overflows the stack of the next function that walks it.
 */

export type JsonFlaw = {
  readonly reason: "too_deep" | "too_many_values" | "forbidden_key" | "duplicate_key" | "bad_text";
  /** The member of the top-level object in which the flaw lies, or the key itself; null at the top. */
  readonly field: string | null;
};

const DEPTH_MAX = 64;
/** More values than any honest body of this API holds; keeps one body from making a million small objects. */
const VALUES_MAX = 5_000;
/** Names that reach prototypes wherever a parsed object is copied key by key. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

type Scan = { depth: number; values: number; field: string | null; readonly keys: Set<string> };

/** Finds the first reason to refuse the text; null says nothing about whether it is valid JSON. */
export function scanJson(source: string): JsonFlaw | null {
  const scan: Scan = { depth: 0, values: 0, field: null, keys: new Set() };
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === QUOTE) {
      const end = findStringEnd(source, i + 1);
      const flaw = checkString(source, { from: i + 1, end }, scan);
      if (flaw) return flaw;
      i = end;
      continue;
    }
    const reason = checkStructure(code, scan);
    if (reason) return { reason, field: scan.field };
  }
  return null;
}

function checkStructure(code: number, scan: Scan): JsonFlaw["reason"] | null {
  if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    scan.depth++;
    if (scan.depth > DEPTH_MAX) return "too_deep";
  } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) scan.depth--;
  else if (code === COMMA) {
    scan.values++;
    if (scan.values > VALUES_MAX) return "too_many_values";
  }
  return null;
}

/** Position of the quote that ends the string, or the end of the text. */
function findStringEnd(source: string, from: number): number {
  for (let end = source.indexOf('"', from); end !== -1; end = source.indexOf('"', end + 1)) {
    let slashes = 0;
    while (end - 1 - slashes >= from && source.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return source.length;
}

function checkString(
  source: string,
  { from, end }: { readonly from: number; readonly end: number },
  scan: Scan,
): JsonFlaw | null {
  const raw = source.slice(from, end);
  const value = raw.includes("\\") ? decode(raw) : raw;
  // JSON.parse says so itself, later.
  if (value === null) return null;
  if (isFollowedByColon(source, end + 1)) {
    if (scan.depth === 1) {
      if (scan.keys.has(value)) return { reason: "duplicate_key", field: value };
      scan.keys.add(value);
      scan.field = value;
    }
    if (FORBIDDEN_KEYS.has(value)) return { reason: "forbidden_key", field: value };
  }
  // PostgreSQL stores neither NUL nor half a surrogate pair: let through, they would fail the turn instead of the request.
  if (value !== raw && (value.includes("\0") || !value.isWellFormed()))
    return { reason: "bad_text", field: scan.field };
  return null;
}

function isFollowedByColon(source: string, from: number): boolean {
  let i = from;
  while (source.charCodeAt(i) <= 32) i++;
  return source.charCodeAt(i) === COLON;
}

function decode(raw: string): string | null {
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
