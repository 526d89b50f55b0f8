/**
 * What a spreadsheet takes for a formula (CSV injection, OWASP): also behind blanks, which some cut off, and in the wide forms, which
 * some fold.
 */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/u;
const GUARDED = new RegExp(`^'(?=${FORMULA.source.slice(1)})`, "u");

/** Behind an apostrophe a formula is shown, not run. `unguardCell` takes it away again. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguardCell(text: string): string {
  return text.replace(GUARDED, "");
}
