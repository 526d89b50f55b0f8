"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { usePreviewStore } from "#components/preview/preview-store.ts";
import { findFlow } from "#flows/editing/locate.ts";
import { compileExpression, findExpressionError } from "#flows/kernel/expression.ts";
import { ExpressionError } from "#flows/kernel/expression-error.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import type { Session } from "#flows/kernel/session.ts";
import { useVariablePlace } from "../variables/use-variables.ts";
import { templateMessages } from "./messages.ts";

const SHOWN_MAX_CHARS = 80;

/** What an expression gives right now in the talk of the preview; nothing where no talk is under way in this flow. */
export function ExpressionResult({ source }: { readonly source: string }) {
  const t = useTexts(templateMessages);
  const { flowId } = useVariablePlace();
  const variables = useBuilder((state) => findFlow(state.bundle, flowId)?.variables);
  const set = usePreviewStore(({ talk }) => (talk.session === null ? null : findVars(talk.session, flowId)));
  if (set === null || source.trim() === "" || findExpressionError(source) !== null) return null;
  // The session holds only what differs from the defaults.
  const defaults = Object.fromEntries((variables ?? []).map((variable) => [variable.name, variable.default]));
  const result = evaluate(source, { ...defaults, ...set });
  return <p className="text-xs text-ink-3">{result === null ? t.resultFails : t.result(result)}</p>;
}

function findVars(session: Session, flowId: string): JsonObject | null {
  const frame = session.stack.findLast((own) => own.flowId === flowId);
  if (frame === undefined) return null;
  return frame === session.stack[0] ? session.vars : frame.vars;
}

function evaluate(source: string, vars: JsonObject): string | null {
  try {
    const text = JSON.stringify(compileExpression(source).evaluate(vars));
    return text.length > SHOWN_MAX_CHARS ? `${text.slice(0, SHOWN_MAX_CHARS)}…` : text;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
