import { AppError } from "../app-error.ts";
import { createMemoryRateLimiter, type RateRule } from "../http/rate-limiter.ts";

/** One tester who types fast; and all that talk through one link at once. */
const RULES = {
  match: { name: "tester-match", max: 60, perSeconds: 60 },
  comment: { name: "tester-comment", max: 30, perSeconds: 600 },
} as const satisfies Readonly<Record<string, RateRule>>;
const LINK_RULE: RateRule = { name: "tester-link", max: 1_200, perSeconds: 60 };

const limiter = createMemoryRateLimiter();

/** Fails with `rate_limited` when a link is used faster than people type. */
export async function limitTester(
  kind: keyof typeof RULES,
  { linkId, addressKey }: { readonly linkId: string; readonly addressKey: string },
): Promise<void> {
  const waits = [
    await limiter.take(RULES[kind], `${linkId}:${addressKey}`),
    await limiter.take(LINK_RULE, linkId),
  ];
  const retryAfterSeconds = Math.max(...waits);
  if (retryAfterSeconds > 0) throw new AppError("rate_limited", { retryAfterSeconds });
}
