/** One origin a line. What is no bare `https://shop.example` comes back as a problem, in the author's own words. */
export function toOrigins(text: string): {
  readonly origins: readonly string[];
  readonly problem: string | null;
} {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const problem = lines.find((line) => !isOrigin(line)) ?? null;
  return { origins: [...new Set(lines.map((line) => line.replace(/\/$/, "").toLowerCase()))], problem };
}

function isOrigin(line: string): boolean {
  if (!URL.canParse(line)) return false;
  const url = new URL(line);
  return /^https?:$/.test(url.protocol) && url.origin === line.replace(/\/$/, "").toLowerCase();
}
