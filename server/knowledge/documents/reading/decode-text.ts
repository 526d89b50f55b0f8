import { ReadFailure } from "./read-failure.ts";

/** Whole characters of the first few thousand bytes tell more than one that was cut at the end. */
const SAMPLE_BYTES = 4_096;

/**
 * Text of unknown encoding: by its mark, else UTF-8 where it is valid, else UTF-16 where every other byte is zero, else what
 * Chinese Windows writes. Throws `unknown_encoding` when it is none of these.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = findMark(bytes) ?? findUnmarked(bytes);
  if (encoding === null) throw new ReadFailure("unknown_encoding");
  const text = tryDecode(bytes, encoding);
  if (text === null || text.includes("\0")) throw new ReadFailure("unknown_encoding");
  return text;
}

function findMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xef && b === 0xbb && c === 0xbf ? "utf-8" : null;
}

function findUnmarked(bytes: Uint8Array): string | null {
  const wide = findZeros(bytes);
  if (wide !== null) return tryDecode(bytes, wide) === null ? null : wide;
  return ["utf-8", "gb18030"].find((encoding) => tryDecode(bytes, encoding) !== null) ?? null;
}

/** Text in UTF-16 that holds some ASCII (line breaks at least) has zeros in one of the two halves of its characters. */
function findZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  for (const [place, byte] of bytes.subarray(0, SAMPLE_BYTES).entries())
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** A file that was cut off within its last character is read up to there: else it would be taken for another encoding. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
