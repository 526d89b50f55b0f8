import { ExpressionError } from "./expression-error.ts";

export type Token =
  | { readonly type: "number"; readonly value: number; readonly at: number }
  | { readonly type: "text"; readonly value: string; readonly at: number }
  | { readonly type: "name"; readonly value: string; readonly at: number }
  | { readonly type: "sign"; readonly value: string; readonly at: number }
  | { readonly type: "end"; readonly value: ""; readonly at: number };

const SPACE = /[\s\u3000]+/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const SIGN = /==|!=|<=|>=|&&|\|\||[+\-*/%<>!?:.,()[\]{}]/y;

/** Signs that a Chinese keyboard gives; an author must not have to switch it to write a condition. */
const WIDE_SIGNS: { readonly [sign: string]: string } = {
  "（": "(",
  "）": ")",
  "，": ",",
  "：": ":",
  "？": "?",
  "！": "!",
  "＝": "=",
  "＜": "<",
  "＞": ">",
  "＋": "+",
  "－": "-",
  "＊": "*",
  "／": "/",
  "％": "%",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "｛": "{",
  "｝": "}",
};
const WIDE_SIGN = /[（），：？！＝＜＞＋－＊／％［］【】｛｝]/g;

const CLOSING_QUOTES: { readonly [open: string]: string } = { '"': '"', "'": "'", "“": "”", "‘": "’" };
const ESCAPES: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r" };

/** Cuts the source of an expression into tokens, the last of which has the type `end`. */
export function lexExpression(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  // Texts keep their wide signs: only what stands outside quotes is read as ASCII. Both have the same length.
  const narrow = source.replace(WIDE_SIGN, (sign) => WIDE_SIGNS[sign] ?? sign);

  while (at < source.length) {
    const space = matchAt(SPACE, narrow, at);
    if (space) {
      at += space.length;
      continue;
    }
    const { token, end } = readToken(source, narrow, at);
    tokens.push(token);
    at = end;
  }
  tokens.push({ type: "end", value: "", at: source.length });
  return tokens;
}

function readToken(source: string, narrow: string, at: number): { token: Token; end: number } {
  const quote = CLOSING_QUOTES[source.charAt(at)];
  if (quote !== undefined) return readText(source, quote, at);

  const number = matchAt(NUMBER, narrow, at);
  if (number) return { token: { type: "number", value: Number(number), at }, end: at + number.length };

  const name = matchAt(NAME, narrow, at);
  if (name) return { token: { type: "name", value: name.normalize("NFC"), at }, end: at + name.length };

  const sign = matchAt(SIGN, narrow, at);
  if (sign) return { token: { type: "sign", value: sign, at }, end: at + sign.length };

  throw new ExpressionError("bad_character", at);
}

function readText(source: string, quote: string, start: number): { token: Token; end: number } {
  let value = "";

  for (let at = start + 1; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (letter === quote) return { token: { type: "text", value, at: start }, end: at + 1 };
    if (letter !== "\\") {
      value += letter;
      continue;
    }
    at += 1;
    const escaped = source.charAt(at);
    const hex = escaped === "u" ? /^[0-9a-fA-F]{4}/.exec(source.slice(at + 1))?.[0] : undefined;
    value +=
      hex === undefined ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(hex, 16));
    at += hex?.length ?? 0;
  }
  throw new ExpressionError("unclosed_text", start);
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
