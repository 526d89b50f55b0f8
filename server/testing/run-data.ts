import type { BatchAnswer, BatchInput } from "#flows/testing/batch.ts";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import type { TestTurnResult } from "#flows/testing/test-result.ts";

/** A test as it was when the run was asked for: later edits do not change what is running. */
export type PlannedTest = {
  readonly testId: string;
  readonly suiteId: string;
  readonly name: string;
  readonly script: FlowTestScript;
};

/** What a row of `test_run` holds as `input`. */
export type RunInput =
  | { readonly type: "suite"; readonly tests: readonly PlannedTest[] }
  | ({ readonly type: "batch" } & BatchInput);

export type TestOutcome = { readonly testId: string; readonly passed: boolean };

/** What a row of `test_run` holds as `results` once it is done; batch answers in the order of the questions. */
export type RunResults =
  | {
      readonly type: "suite";
      readonly tests: readonly (TestOutcome & { readonly turns: readonly TestTurnResult[] })[];
    }
  | { readonly type: "batch"; readonly answers: readonly BatchAnswer[] };

export type RunProgress = { readonly done: number; readonly passed: number };
