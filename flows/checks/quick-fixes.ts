import type { IdSource } from "../editing/fresh-id.ts";
import type { Bundle } from "../kernel/flow.ts";
import type { Problem } from "../kernel/problem.ts";
import {
  fixDuplicateQuestion,
  fixEmptyEntry,
  fixFaqLanguage,
  fixMissingFaqSet,
  fixMissingFlow,
} from "./fixes/fix-sets.ts";
import { fixMissingFaqSetting, fixMissingLanguage, fixMissingTarget, fixSecret } from "./fixes/fix-texts.ts";
import {
  fixSecretDefault,
  fixUnguarded,
  fixUnknownSubflowVariable,
  fixUnknownVariable,
  fixUnusedVariable,
  fixWrittenType,
} from "./fixes/fix-variables.ts";
import { inspect } from "./fixes/inspect.ts";
import type { FixMaker, QuickFix } from "./fixes/quick-fix.ts";
import {
  fixDeadEdge,
  fixDuplicateEdge,
  fixLostEdge,
  fixSecondStart,
  fixUnreachable,
} from "./fixes/remove-parts.ts";
import { fixOpenPort } from "./fixes/wire-port.ts";

export type { QuickFix } from "./fixes/quick-fix.ts";

const FIXES: { readonly [code: string]: FixMaker } = {
  port_not_wired: fixOpenPort,
  port_not_handled: fixOpenPort,
  subflow_port_not_wired: fixOpenPort,
  error_port_not_wired: fixOpenPort,
  edge_without_target: fixLostEdge,
  edge_without_source: fixDeadEdge,
  edge_without_port: fixDeadEdge,
  port_wired_twice: fixDeadEdge,
  duplicate_edge: fixDuplicateEdge,
  several_starts: fixSecondStart,
  unreachable_node: fixUnreachable,
  unknown_variable: fixUnknownVariable,
  unknown_settings_variable: fixUnknownVariable,
  unknown_subflow_variable: fixUnknownSubflowVariable,
  unused_variable: fixUnusedVariable,
  wrong_type_written: fixWrittenType,
  personal_data_unguarded: fixUnguarded,
  plain_secret: fixSecret,
  plain_secret_in_variable: fixSecretDefault,
  text_missing_language: fixMissingLanguage,
  settings_text_missing_language: fixMissingLanguage,
  missing_settings_node: fixMissingTarget,
  missing_settings_faq_set: fixMissingFaqSetting,
  missing_faq_set: fixMissingFaqSet,
  missing_flow: fixMissingFlow,
  empty_faq_answer: fixEmptyEntry,
  empty_faq_question: fixEmptyEntry,
  duplicate_faq_question: fixDuplicateQuestion,
  faq_missing_language: fixFaqLanguage,
};

/** Ways out of a problem, the most likely first; none where only the author can know. */
export function listQuickFixes(bundle: Bundle, problem: Problem): readonly QuickFix[] {
  const make = Object.hasOwn(FIXES, problem.code) ? FIXES[problem.code] : undefined;
  const flow = inspect(bundle, problem.flowId);
  return make === undefined || flow === null ? [] : make({ bundle, problem, flow });
}

/** The fix that may be applied without a look at it, or null. */
export function findSafeFix(bundle: Bundle, problem: Problem): QuickFix | null {
  return listQuickFixes(bundle, problem).find(({ isSafe }) => isSafe) ?? null;
}

/** Codes that often have a safe fix; whether this one has is only known by looking. */
const SAFE_CODES: readonly string[] = [
  "port_not_handled",
  "port_not_wired",
  "subflow_port_not_wired",
  "error_port_not_wired",
  "edge_without_source",
  "edge_without_port",
  "edge_without_target",
  "port_wired_twice",
  "duplicate_edge",
  "unknown_variable",
  "unknown_settings_variable",
  "unknown_subflow_variable",
  "personal_data_unguarded",
  "missing_settings_node",
  "missing_settings_faq_set",
  "missing_faq_set",
];

/** A first look that costs nothing; `listQuickFixes` has the last word. */
export function mayHaveFix({ code }: Problem): boolean {
  return Object.hasOwn(FIXES, code);
}

export function mayHaveSafeFix({ code }: Problem): boolean {
  return SAFE_CODES.includes(code);
}

/** Every problem that has a safe fix, one after the other; each is looked up in the document that the one before left. */
export function fixAllSafe(
  bundle: Bundle,
  problems: readonly Problem[],
  newId: IdSource,
): { readonly bundle: Bundle; readonly fixed: number } {
  return problems.filter(mayHaveSafeFix).reduce(
    (current, problem) => {
      const after = findSafeFix(current.bundle, problem)?.apply(current.bundle, newId) ?? current.bundle;
      return after === current.bundle ? current : { bundle: after, fixed: current.fixed + 1 };
    },
    { bundle, fixed: 0 },
  );
}
