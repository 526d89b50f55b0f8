import type { Assertion } from "#flows/testing/flow-test.ts";
import type { Finding } from "#flows/testing/test-result.ts";
import type { TestingTexts } from "./messages.ts";
import type { NodeNames } from "./node-names.ts";

/** An expectation as a sentence. */
export function toAssertionText(assertion: Assertion, t: TestingTexts, names: NodeNames): string {
  switch (assertion.type) {
    case "reply-contains":
    case "reply-equals":
    case "reply-not-contains":
      return t.assertion[assertion.type](assertion.text);
    case "reply-matches":
      return t.assertion[assertion.type](assertion.pattern);
    case "node-visited":
      return t.assertion[assertion.type](names.nodeName(assertion.flowId, assertion.nodeId));
    case "port-taken":
      return t.assertion[assertion.type](
        names.nodeName(assertion.flowId, assertion.nodeId),
        names.portName(assertion),
      );
    case "variable-equals":
      return t.assertion[assertion.type](assertion.name, toValueText(assertion.value, t));
    case "handed-over":
    case "ended":
      return t.assertion[assertion.type](assertion.expected);
  }
}

/** What was found instead. */
export function toFindingText(
  { assertion, found }: { readonly assertion: Assertion; readonly found: Finding },
  t: TestingTexts,
  names: NodeNames,
): string {
  switch (found.type) {
    case "reply":
      return found.said.join("\n") || t.found.silent;
    case "path":
      return (
        found.visits
          .filter(({ port }) => port !== null || assertion.type === "node-visited")
          .map(({ flowId, nodeId, port }) => {
            const name = names.nodeName(flowId, nodeId);
            return port === null || assertion.type === "node-visited"
              ? name
              : `${name}（${names.portName({ flowId, nodeId, port })}）`;
          })
          .filter((name, index, all) => name !== all[index - 1])
          .join(" → ") || t.found.noNode
      );
    case "variable":
      return toValueText(found.value, t);
    case "bad-pattern":
      return t.found.badPattern;
    case "fact":
      if (assertion.type === "handed-over") return found.holds ? t.found.handedOver : t.found.notHandedOver;
      return found.holds ? t.found.ended : t.found.notEnded;
  }
}

function toValueText(value: unknown, t: TestingTexts): string {
  if (value === null || value === "") return t.found.none;
  return typeof value === "string" ? value : JSON.stringify(value);
}
