import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, ERROR_CODES, type ErrorCode } from "#server/app-error.ts";

const TRPC_CODES = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
} as const satisfies Readonly<Record<(typeof ERROR_CODES)[ErrorCode]["status"], TRPCError["code"]>>;

/** PostgreSQL's answers that are the caller's to mend; the text after the code is ours (see `jieda_keep_owner`). */
const DATABASE_ERRORS: Readonly<Record<string, AppError>> = {
  JD001: new AppError("conflict", { reason: "last_owner" }),
  // NUL, in a text and in JSON: no text can hold it.
  "22021": new AppError("invalid_request", { reason: "bad_text" }),
  "22P05": new AppError("invalid_request", { reason: "bad_text" }),
};

/** What callers read of a failure: a stable code and its facts, never a stack, a statement or a library's words. */
export type ErrorData = { readonly code: ErrorCode; readonly facts: AppError["facts"] };

/** Gives an expected failure its HTTP status. What is not expected passes as it is and becomes `internal`. */
export function toTrpcError(error: TRPCError): TRPCError {
  const known = findAppError(error.cause);
  if (!known) return error;
  return new TRPCError({
    code: TRPC_CODES[ERROR_CODES[known.code].status],
    cause: known,
    message: known.code,
  });
}

export function toErrorData(error: TRPCError): ErrorData {
  const known = findAppError(error.cause);
  if (known) return { code: known.code, facts: known.facts };
  if (error.cause instanceof ZodError)
    return { code: "invalid_request", facts: { fields: listFields(error.cause) } };
  const code = BY_TRPC_CODE.get(error.code) ?? "internal";
  return { code, facts: {} };
}

const BY_TRPC_CODE: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ["BAD_REQUEST", "invalid_request"],
  ["PARSE_ERROR", "invalid_request"],
  ["UNAUTHORIZED", "unauthenticated"],
  ["FORBIDDEN", "forbidden"],
  ["NOT_FOUND", "not_found"],
  ["METHOD_NOT_SUPPORTED", "invalid_request"],
  ["PAYLOAD_TOO_LARGE", "payload_too_large"],
  ["UNSUPPORTED_MEDIA_TYPE", "unsupported_media_type"],
  ["TOO_MANY_REQUESTS", "rate_limited"],
]);

/** The expected failure that something thrown stands for; null when nobody expected it. */
export function findAppError(thrown: unknown): AppError | null {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error && "code" in thrown && typeof thrown.code === "string")) return null;
  return Object.hasOwn(DATABASE_ERRORS, thrown.code) ? (DATABASE_ERRORS[thrown.code] ?? null) : null;
}

const listFields = (error: ZodError): readonly string[] => [
  ...new Set(error.issues.map((issue) => issue.path.join("."))),
];
