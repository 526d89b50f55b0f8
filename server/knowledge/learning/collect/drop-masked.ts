/** What `maskPersonalData` leaves of a number or an address, with the letters that it keeps at the ends. */
const MASKED = /[\p{L}\p{N}@.]{0,2}\*{2,}[\p{L}\p{N}@.]{0,2}/gu;

/** The text without what was masked in it: it tells nothing of what is asked. */
export function dropMasked(text: string): string {
  return text.replace(MASKED, " ");
}
