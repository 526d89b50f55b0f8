/**
 * JSON that PostgreSQL's jsonb takes: it refuses NUL and lone surrogates (manual, "JSON Types"), which customers can type and
 * a cut text can hold. NUL is dropped, half a character becomes U+FFFD; everything else is as `JSON.stringify` writes it.
 */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Well-formed JSON.stringify escapes lone surrogates only, so texts without these escapes are clean.
  if (!text.includes("\\u0000") && !text.includes("\\ud")) return text;
  return JSON.stringify(
    JSON.parse(text, (_key, item: unknown) => (typeof item === "string" ? toStorable(item) : item)),
    (_key, item: unknown) =>
      isPlainObject(item)
        ? Object.fromEntries(Object.entries(item).map(([key, child]) => [toStorable(key), child]))
        : item,
  );
}

/** Drops what no text column of PostgreSQL can hold. */
export function toStorable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
