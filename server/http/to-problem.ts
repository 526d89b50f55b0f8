import type { Locale } from "../../flows/kernel/text.ts";
import { AppError, ERROR_CODES, type ErrorCode } from "../app-error.ts";
import { type FieldReason, problemMessages } from "./problem-messages.ts";

/** RFC 9457, with our stable `code` and, for what the caller sent, the fields that are wrong. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly fields?: readonly {
    readonly field: string;
    readonly reason: string;
    readonly detail: string;
  }[];
  readonly requestId?: string;
};

export type FieldFlaw = { readonly field: string; readonly reason: FieldReason };

/** A refusal that names what is wrong with the caller's input; `""` names the body as a whole. */
export function invalidRequest(
  flaws: readonly FieldFlaw[],
  code: "invalid_request" | "payload_too_large" = "invalid_request",
): AppError {
  return new AppError(code, {
    fields: flaws.map(({ field }) => field.slice(0, FIELD_MAX_CHARS)),
    reasons: flaws.map(({ reason }) => reason),
  });
}

/** A caller's own key comes back to it in the answer; nobody needs a megabyte of it. */
const FIELD_MAX_CHARS = 100;

/** What the caller is told. The request id is told for our own failures only: "wrong" and "not yours" must read the same. */
export function toProblem(
  error: AppError,
  { locale, requestId }: { readonly locale: Locale; readonly requestId: string },
): Problem {
  const texts = problemMessages[locale];
  const { status } = ERROR_CODES[error.code];
  const fields = toFields(error, locale);
  return {
    type: `urn:jieda:problem:${error.code}`,
    title: texts.title[error.code],
    status,
    code: error.code,
    detail: texts.detail[error.code],
    ...(fields.length > 0 ? { fields } : {}),
    ...(status === 500 ? { requestId } : {}),
  };
}

function toFields(error: AppError, locale: Locale): NonNullable<Problem["fields"]> {
  const { fields, reasons } = error.facts;
  if (!Array.isArray(fields) || !Array.isArray(reasons)) return [];
  const texts: Readonly<Record<string, string>> = problemMessages[locale].reason;
  return fields.map((field: string, index) => {
    const reason = String(reasons[index]);
    return { field, reason, detail: Object.hasOwn(texts, reason) ? (texts[reason] ?? reason) : reason };
  });
}

const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "payload_too_large",
  FST_REQ_FILE_TOO_LARGE: "payload_too_large",
  FST_FILES_LIMIT: "payload_too_large",
  FST_PARTS_LIMIT: "payload_too_large",
  FST_FIELDS_LIMIT: "payload_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "unsupported_media_type",
  FST_ERR_BAD_URL: "not_found",
  FST_ERR_MAX_PARAM_LENGTH: "not_found",
};

/** Failures of the way to the database: the same call may work a moment later. Codes of postgres.js, of the network, of PostgreSQL. */
const DATABASE_AWAY =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|08\w{3}|57P0[1-4]|53\w{3})$/;

/** Makes every thrown thing one of our codes; what we did not expect is `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = toShape(error);
  const known = Object.hasOwn(FASTIFY_CODES, code) ? FASTIFY_CODES[code] : undefined;
  if (known !== undefined) return new AppError(known);
  if (DATABASE_AWAY.test(code)) return new AppError("busy", { retryAfterSeconds: 1 });
  if (statusCode >= 400 && statusCode < 500) return new AppError("invalid_request");
  return new AppError("internal");
}

function toShape(error: unknown): { readonly code: string; readonly statusCode: number } {
  if (typeof error !== "object" || error === null) return { code: "", statusCode: 0 };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const statusCode = "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 0;
  return { code, statusCode };
}
