/** An id that the document takes, as near to the name as it can be: `退款 refund` becomes `refund`, `退款` becomes `flow-1`. */
export function toFlowId(name: string, taken: readonly string[], prefix = "flow"): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);
  const used = new Set(taken);
  if (plain !== "" && plain !== "main" && !used.has(plain)) return plain;
  const base = plain === "" || plain === "main" ? prefix : plain;
  for (let number = taken.length + 1; ; number += 1) {
    if (!used.has(`${base}-${number}`)) return `${base}-${number}`;
  }
}
