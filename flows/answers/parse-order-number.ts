import { toPlain } from "./normalise.ts";

const MESSAGE_MAX_CHARS = 500;

/** Fewer digits than this are a count or a year, not an order. */
const DIGITS_MIN = 4;

/** The order number in a message: letters, digits and hyphens with at least four digits. Null when there is none or more than one. */
export function parseOrderNumber(text: string): string | null {
  const plain = toPlain(text).slice(0, MESSAGE_MAX_CHARS);
  const joined =
    /^[A-Za-z0-9\s-]+$/u.test(plain) && !/[A-Za-z]{3,}\s/u.test(plain) ? plain.replace(/\s+/gu, "") : plain;
  const tokens = joined.match(/[A-Za-z0-9](?:[A-Za-z0-9-]{4,38}[A-Za-z0-9])/gu) ?? [];
  const numbers = new Set(
    tokens
      .filter((token) => (token.match(/\d/gu) ?? []).length >= DIGITS_MIN)
      .map((token) => token.toUpperCase()),
  );
  return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
}
