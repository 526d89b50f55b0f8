/** Reads what people type: full-width digits and a comma as the mark of thousands are fine. Null for anything that is no number. */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
