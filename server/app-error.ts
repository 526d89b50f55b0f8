/**
 * Every expected failure that a caller is told about. The code is stable and public; the status is what HTTP says.
 * `isRetryable`: the same call may succeed later without a change.
 */
export const ERROR_CODES = {
  invalid_request: { status: 400, isRetryable: false },
  /** The signed identity is wrong, expired or signed by somebody else. */
  identity_invalid: { status: 400, isRetryable: false },
  /** The bot talks only to customers for whom the shop vouches. */
  identity_required: { status: 401, isRetryable: false },
  unauthenticated: { status: 401, isRetryable: false },
  /** Wrong or missing right within one's own workspace; foreign ids are `not_found`. */
  forbidden: { status: 403, isRetryable: false },
  origin_not_allowed: { status: 403, isRetryable: false },
  /** Also for what exists but is not the caller's: "wrong" and "not yours" read the same. */
  not_found: { status: 404, isRetryable: false },
  conflict: { status: 409, isRetryable: false },
  conversation_ended: { status: 409, isRetryable: false },
  payload_too_large: { status: 413, isRetryable: false },
  unsupported_media_type: { status: 415, isRetryable: false },
  rate_limited: { status: 429, isRetryable: true },
  /** The bot has no version that can be served, or is paused. */
  bot_unavailable: { status: 503, isRetryable: true },
  busy: { status: 503, isRetryable: true },
  internal: { status: 500, isRetryable: true },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An expected failure, with the facts that its text needs. Never holds secrets or what customers wrote. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

  constructor(code: ErrorCode, facts: AppError["facts"] = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.facts = facts;
  }
}
