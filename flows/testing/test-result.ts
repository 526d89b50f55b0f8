import type { Json } from "../kernel/json.ts";
import type { Assertion, FlowTestScript } from "./flow-test.ts";

/** One visit, as far as a report needs it. */
export type Visit = {
  readonly flowId: string;
  readonly nodeId: string;
  readonly port: string | null;
};

/** What was found where an assertion looked; readers get it in words of their own language. */
export type Finding =
  | { readonly type: "reply"; readonly said: readonly string[] }
  | { readonly type: "path"; readonly visits: readonly Visit[] }
  | { readonly type: "variable"; readonly value: Json }
  | { readonly type: "fact"; readonly holds: boolean }
  /** The pattern is no regular expression that we run. */
  | { readonly type: "bad-pattern" };

export type AssertionResult = {
  readonly assertion: Assertion;
  readonly passed: boolean;
  readonly found: Finding;
};

/** Why a turn could not be played as it is written; such a turn fails even when nothing is expected of it. */
export type TurnProblem =
  | { readonly type: "no-such-option"; readonly option: string; readonly offered: readonly string[] }
  | { readonly type: "talk-ended" }
  /** The flow waits for a step that the test gives no answer to. */
  | { readonly type: "unanswered-call"; readonly name: string }
  | { readonly type: "crashed"; readonly message: string };

export type Deed = FlowTestScript["turns"][number]["does"] | { readonly type: "start" };

export type TestTurnResult = {
  readonly does: Deed;
  readonly said: readonly string[];
  readonly visits: readonly Visit[];
  readonly assertions: readonly AssertionResult[];
  readonly problem: TurnProblem | null;
};

/** `turns[0]` is the start. */
export type FlowTestResult = { readonly passed: boolean; readonly turns: readonly TestTurnResult[] };
