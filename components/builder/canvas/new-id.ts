const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 10;

/** A short random id for nodes, wires, notes and groups; two people who add at once must not get the same. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join("");
}
