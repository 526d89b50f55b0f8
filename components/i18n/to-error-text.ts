import { TRPCClientError } from "@trpc/client";
import type { ErrorTexts } from "./error-messages.ts";

type Failure = {
  readonly code: string;
  readonly reason?: string | null;
  readonly retryAfterSeconds?: number | null;
};

/** What the reader is told of a failed call; unknown codes read as our own fault, never as a code. */
export function toErrorText(failure: Failure, texts: ErrorTexts): string {
  const { code, reason, retryAfterSeconds } = failure;
  if (reason && Object.hasOwn(texts.reasons, reason)) return pick(texts.reasons, reason);
  if (code === "rate_limited" && retryAfterSeconds)
    return texts.waitMinutes(Math.ceil(retryAfterSeconds / 60));
  return Object.hasOwn(texts.codes, code) ? pick(texts.codes, code) : texts.codes.internal;
}

/** The stable code and facts of whatever a tRPC call threw. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { code: "internal" };
  const data = asRecord(error.data);
  // No data: the answer was none of ours, so nothing of ours was reached.
  if (typeof data.code !== "string") return { code: "offline" };
  const facts = asRecord(data.facts);
  return {
    code: data.code,
    reason: typeof facts.reason === "string" ? facts.reason : null,
    retryAfterSeconds: typeof facts.retryAfterSeconds === "number" ? facts.retryAfterSeconds : null,
  };
}

const pick = (texts: Readonly<Record<string, string>>, key: string): string => texts[key] ?? "";

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};
