import { compileExpression, type Expression, findExpressionError } from "./expression.ts";
import { ExpressionError } from "./expression-error.ts";
import type { JsonObject } from "./json.ts";
import { memoize } from "./memo.ts";
import type { Locale } from "./text.ts";
import { toPlainText } from "./to-plain-text.ts";

/**
 * A text with `{{ expressions }}`, rendered once: what a value brings is never read again, so `{{` that a customer typed stays
 * what it is. `\{{` writes two braces.
 */
export type Template = {
  /** Never fails: a missing value and a broken expression both render as nothing. */
  render(scope: TemplateScope): string;
  readonly variables: readonly string[];
  /** Errors of its expressions; `at` counts from the start of the whole text. */
  readonly errors: readonly ExpressionError[];
  /** What stands between its braces, where it can be read; `at` counts from the start of the whole text. */
  readonly expressions: readonly TemplateExpression[];
};

type TemplateExpression = { readonly source: string; readonly at: number };

type TemplateScope = {
  readonly vars: JsonObject;
  readonly more?: JsonObject;
  readonly locale: Locale;
};

/** A message longer than this is cut; no channel takes more. */
const OUTPUT_MAX_CHARS = 20_000;
const CACHE_ENTRIES_MAX = 5_000;

type Piece = string | Expression;

/** The same source is compiled once. */
export const compileTemplate: (source: string) => Template = memoize(CACHE_ENTRIES_MAX, (source) => {
  const { pieces, errors, expressions } = cutIntoPieces(source);
  const only = pieces[0];
  const compiled = pieces.filter((piece) => typeof piece !== "string");
  return {
    render:
      pieces.length === 1 && typeof only === "string" ? () => only : (scope) => renderPieces(pieces, scope),
    variables: [...new Set(compiled.flatMap((expression) => expression.variables))],
    errors,
    expressions,
  };
});

function renderPieces(pieces: readonly Piece[], scope: TemplateScope): string {
  let text = "";
  for (const piece of pieces) text += typeof piece === "string" ? piece : renderValue(piece, scope);
  return text.length > OUTPUT_MAX_CHARS ? text.slice(0, OUTPUT_MAX_CHARS) : text;
}

function renderValue(expression: Expression, scope: TemplateScope): string {
  try {
    return toPlainText(expression.evaluate(scope.vars, scope.more), scope.locale);
  } catch (error) {
    // A customer must not lose the whole message for one value in it.
    if (error instanceof ExpressionError) return "";
    throw error;
  }
}

type Cut = {
  readonly pieces: Piece[];
  readonly errors: ExpressionError[];
  readonly expressions: TemplateExpression[];
};

function cutIntoPieces(source: string): Cut {
  const cut: Cut = { pieces: [], errors: [], expressions: [] };
  let text = "";
  let at = 0;

  for (let open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
    if (source[open - 1] === "\\") {
      text += `${source.slice(at, open - 1)}{{`;
      at = open + 2;
      continue;
    }
    const read = readExpression(source, open);
    if (read.error) cut.errors.push(read.error);
    // Braces that nobody closed are shown, so that the author sees them.
    if (read.end === null) break;
    text += source.slice(at, open);
    at = read.end;
    if (read.piece) {
      addText(cut, text);
      cut.pieces.push(read.piece);
      cut.expressions.push({ source: source.slice(open + 2, read.end - 2), at: open + 2 });
      text = "";
    }
  }
  addText(cut, text + source.slice(at));
  if (cut.pieces.length === 0) cut.pieces.push("");
  return cut;
}

function addText(cut: Cut, text: string): void {
  if (text !== "") cut.pieces.push(text);
}

type Read =
  | { readonly end: number; readonly piece: Expression | null; readonly error: ExpressionError | null }
  | { readonly end: null; readonly piece: null; readonly error: ExpressionError };

/** A map may end in `}}` too, so each `}}` is tried until the text before it is an expression. */
function readExpression(source: string, open: number): Read {
  const start = open + 2;
  const firstClose = source.indexOf("}}", start);
  if (firstClose < 0) return { end: null, piece: null, error: new ExpressionError("unexpected_token", open) };

  for (
    let close = firstClose, tries = 0;
    close >= 0 && tries < 8;
    close = source.indexOf("}}", close + 1), tries += 1
  ) {
    const inner = source.slice(start, close);
    if (findExpressionError(inner) === null) {
      return { end: close + 2, piece: compileExpression(inner), error: null };
    }
    if (source.slice(close + 2).startsWith("}")) continue;
    if (!inner.includes('"') && !inner.includes("'") && !inner.includes("{")) break;
  }
  const problem = findExpressionError(source.slice(start, firstClose));
  return {
    end: firstClose + 2,
    piece: null,
    error: new ExpressionError(problem?.code ?? "unexpected_token", start + (problem?.at ?? 0)),
  };
}
