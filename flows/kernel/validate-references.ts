import type { Reference } from "./define-node.ts";
import { findExpressionError, listVariables } from "./expression.ts";
import type { ExpressionError } from "./expression-error.ts";
import type { InspectedFlow, InspectedNode } from "./inspect-flow.ts";
import { compilePattern } from "./pattern.ts";
import { type Problem, toProblem } from "./problem.ts";
import { type Compiled, compileTexts } from "./validate-text.ts";

const SOURCE_SHOWN_MAX_CHARS = 60;

/** Everything that a node's config points at: does it exist, and can it be read. */
export function validateReferences(flow: InspectedFlow, inspected: InspectedNode): readonly Problem[] {
  return inspected.references.flatMap((reference) => checkReference(flow, inspected, reference));
}

export function isKnownVariable(flow: InspectedFlow, name: string): boolean {
  return flow.variables.has(name);
}

function checkReference(
  flow: InspectedFlow,
  inspected: InspectedNode,
  reference: Reference,
): readonly Problem[] {
  const place = { flowId: flow.id, nodeId: inspected.node.id, path: reference.path };
  const node = inspected.label;
  const unknown = (names: readonly string[]) =>
    names
      .filter((name) => !isKnownVariable(flow, name))
      .map((name) => toProblem("unknown_variable", place, { node, name }));

  switch (reference.type) {
    case "variable":
      return unknown([reference.name]);
    case "expression": {
      const error = findExpressionError(reference.source);
      return error === null
        ? unknown(listVariables(reference.source))
        : [toProblem("bad_expression", place, { node, ...toFacts(error, reference.source) })];
    }
    case "template":
      return compileTexts(reference.source).flatMap(({ source, template }: Compiled) => [
        ...template.errors.map((error) =>
          toProblem("bad_template", place, { node, ...toFacts(error, source) }),
        ),
        ...unknown(template.variables),
      ]);
    case "pattern":
      return compilePattern(reference.source) === null
        ? [toProblem("bad_pattern", place, { node, source: shorten(reference.source) })]
        : [];
    case "node":
      return flow.byId.has(reference.nodeId) ? [] : [toProblem("missing_node", place, { node })];
    case "flow":
      return Object.hasOwn(flow.bundle.subflows, reference.flowId)
        ? []
        : [toProblem("missing_flow", place, { node })];
    case "faq-set":
      return Object.hasOwn(flow.bundle.faqSets, reference.faqSet)
        ? []
        : [toProblem("missing_faq_set", place, { node })];
    // Bases are no part of the document: whoever knows those of the workspace looks (see `check-bases.ts`).
    case "base":
      return [];
    case "flow-variable": {
      const called = flow.bundle.subflows[reference.flowId];
      const isKnown = called === undefined || called.variables.some(({ name }) => name === reference.name);
      return isKnown ? [] : [toProblem("unknown_subflow_variable", place, { node, name: reference.name })];
    }
    // Whether any flow declares it takes a look at all of them.
    case "intent":
      return [];
  }
}

function toFacts(
  error: ExpressionError,
  source: string,
): { reason: string; position: number; source: string } {
  return { reason: error.code, position: error.at + 1, source: shorten(source) };
}

function shorten(source: string): string {
  return source.length > SOURCE_SHOWN_MAX_CHARS ? `${source.slice(0, SOURCE_SHOWN_MAX_CHARS)}…` : source;
}
