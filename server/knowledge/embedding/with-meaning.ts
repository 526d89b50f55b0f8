import type { AskedMeanings } from "./meanings.ts";

/**
 * Does work that may ask what a text means, and once more when it asked: neither the interpreter nor a search ever waits, and what is
 * done here changes nothing by itself. Without meanings it is done once, without any waiting.
 */
export function withMeaning<Result>(
  meanings: AskedMeanings | null,
  work: (meanings: AskedMeanings | null) => Result,
): Result | Promise<Result> {
  const result = work(meanings);
  if (meanings === null || !meanings.isOpen()) return result;
  return meanings.resolve().then(() => work(meanings));
}
