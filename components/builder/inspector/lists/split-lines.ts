/** The lines of a pasted column, without space around them, empty ones and doubles. */
export function splitLines(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n|\t/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return [...new Set(lines)];
}

/** Lines that say the same as an earlier one; width, case and closing punctuation make no difference to the matcher either. */
export function listDoubles(lines: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const plain = line
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s\p{P}]+$/u, "")
      .trim();
    if (seen.has(plain)) return true;
    seen.add(plain);
    return false;
  });
}
