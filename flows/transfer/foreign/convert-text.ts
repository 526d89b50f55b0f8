import { cutText } from "./foreign-draft.ts";

/**
 * Rewrites a text with foreign references into a template of ours. Whatever else holds braces stays visible as it was typed and
 * is never evaluated.
 */
export function convertText(
  text: string,
  reference: RegExp,
  toName: (match: readonly string[]) => string | null,
): string {
  let converted = "";
  let at = 0;
  for (const match of text.matchAll(reference)) {
    const name = toName(match);
    converted += escapeBraces(text.slice(at, match.index));
    converted += name === null ? escapeBraces(match[0]) : `{{ ${name} }}`;
    at = match.index + match[0].length;
  }
  return cutText(converted + escapeBraces(text.slice(at)));
}

const escapeBraces = (text: string): string => text.replaceAll("{{", "\\{{");
