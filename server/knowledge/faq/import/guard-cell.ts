/** What a spreadsheet takes for a formula; the wide forms too, since some fold them (CSV injection, OWASP). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/u;

/** Behind an apostrophe a formula is shown, not run. `unguardCell` takes it away again. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguardCell(text: string): string {
  return text.replace(GUARDED, "");
}
