/** Schemes that a customer's browser may follow; `javascript:` and `data:` must never reach it. */
const SCHEMES = /^(?:https?:\/\/|mailto:|tel:)/i;

/** A file of this installation. `//host` would leave it. */
const OWN_PATH = /^\/(?![/\\])/;

/** Judges a final address. Control characters are refused because browsers drop them: `java\tscript:`. */
export function isSafeUrl(url: string): boolean {
  if (/[\p{Cc}\s]/u.test(url)) return false;
  return SCHEMES.test(url) || OWN_PATH.test(url);
}

/** An address that begins with a template can only be judged once it is rendered. */
export function canBeSafe(url: string): boolean {
  const trimmed = url.trim();
  return trimmed.startsWith("{{") || isSafeUrl(trimmed.replace(/\{\{.*?\}\}/g, "x"));
}
