export type ExpressionErrorCode =
  | "empty"
  | "source_too_long"
  | "bad_character"
  | "unclosed_text"
  | "unexpected_token"
  | "too_deep"
  | "unknown_function"
  | "wrong_arguments"
  | "type_mismatch"
  | "division_by_zero"
  | "number_out_of_range"
  | "bad_pattern"
  | "too_many_steps"
  | "too_large";

/** Why an expression cannot be read or evaluated; `at` counts UTF-16 units from the start of its source. */
export class ExpressionError extends Error {
  readonly code: ExpressionErrorCode;
  readonly at: number;

  constructor(code: ExpressionErrorCode, at: number) {
    super(`${code} at ${at}`);
    this.name = "ExpressionError";
    this.code = code;
    this.at = at;
  }
}
