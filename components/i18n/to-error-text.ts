import { TRPCClientError } from "@trpc/client";
import { type ErrorTexts, errorMessages } from "./error-messages.ts";

/** As it came over the wire: a newer server may name what this page has no text for. */
type Failure = {
  readonly code: string;
  readonly reason?: string | null;
  readonly retryAfterSeconds?: number | null;
};

type FailureCode = keyof ErrorTexts["codes"];
type FailureReason = keyof ErrorTexts["reasons"];

/** By its known names only, so that a comparison with a code or a reason that there is not does not compile. */
type KnownFailure = {
  readonly code: FailureCode;
  readonly reason: FailureReason | null;
  /** The state that the server has now, when what was sent was made upon an older one. */
  readonly rev: number | null;
  readonly retryAfterSeconds: number | null;
};

/** What the reader is told of a failed call; unknown codes read as our own fault, never as a code. */
export function toErrorText(failure: Failure, texts: ErrorTexts): string {
  const { code, reason, retryAfterSeconds } = failure;
  if (reason && Object.hasOwn(texts.reasons, reason)) return pick(texts.reasons, reason);
  if (code === "rate_limited" && retryAfterSeconds)
    return texts.waitMinutes(Math.ceil(retryAfterSeconds / 60));
  return Object.hasOwn(texts.codes, code) ? pick(texts.codes, code) : texts.codes.internal;
}

/** The stable code and facts of whatever a tRPC call threw; what this page has no text for is `internal`, for no known reason. */
export function toFailure(error: unknown): KnownFailure {
  if (!(error instanceof TRPCClientError)) return { ...NO_FACTS, code: "internal" };
  const data = asRecord(error.data);
  // No data: the answer was none of ours, so nothing of ours was reached.
  if (typeof data.code !== "string") return { ...NO_FACTS, code: "offline" };
  const facts = asRecord(data.facts);
  return {
    code: isKey(texts.codes, data.code) ? data.code : "internal",
    reason: isKey(texts.reasons, facts.reason) ? facts.reason : null,
    rev: typeof facts.rev === "number" ? facts.rev : null,
    retryAfterSeconds: typeof facts.retryAfterSeconds === "number" ? facts.retryAfterSeconds : null,
  };
}

/** Whether a tRPC call was refused for one of these reasons. */
export function isRefusedFor(error: unknown, ...reasons: readonly FailureReason[]): boolean {
  const { reason } = toFailure(error);
  return reason !== null && reasons.includes(reason);
}

/** Every language has the same codes and reasons. */
const texts = errorMessages.en;
const NO_FACTS = { reason: null, rev: null, retryAfterSeconds: null };

const isKey = <Texts extends object>(known: Texts, key: unknown): key is keyof Texts =>
  typeof key === "string" && Object.hasOwn(known, key);

const pick = (texts: Readonly<Record<string, string>>, key: string): string => texts[key] ?? "";

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};
