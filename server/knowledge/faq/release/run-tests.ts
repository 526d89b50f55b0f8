import type { FaqModel } from "../../../understanding/compile-faq.ts";
import { createFaqMatcher } from "../../../understanding/match-faq.ts";
import { FAILURES_MAX, type ReleaseTest, type TestFailure, type TestsResult } from "./compile-release.ts";

/**
 * Asks a model the questions that it must answer. One passes when its entry answers for sure; an entry that is not in the
 * release cannot, so its tests wait.
 */
export function runTests(
  model: FaqModel,
  { tests, entryIds }: { readonly tests: readonly ReleaseTest[]; readonly entryIds: ReadonlySet<string> },
): TestsResult | null {
  const asked = tests.filter(({ entryId }) => entryIds.has(entryId));
  if (asked.length === 0) return null;
  const matcher = createFaqMatcher(model);
  const failures = asked.flatMap((test): readonly TestFailure[] => {
    const { outcome, candidates } = matcher.match(test.question);
    const gotId = outcome === "none" ? null : (candidates[0]?.entryId ?? null);
    return outcome === "sure" && gotId === test.entryId ? [] : [{ ...test, outcome, gotId }];
  });
  const passed = asked.length - failures.length;
  return { total: asked.length, passed, failures: failures.slice(0, FAILURES_MAX) };
}
