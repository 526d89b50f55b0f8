import { isEqual } from "../kernel/compare-values.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { compilePattern } from "../kernel/pattern.ts";
import type { Assertion } from "./flow-test.ts";
import type { AssertionResult, Finding, Visit } from "./test-result.ts";

/** What there is to look at after one turn. `said` and `visits` are of this turn; the others hold as they are now. */
export type TurnFacts = {
  readonly said: readonly string[];
  readonly visits: readonly Visit[];
  readonly vars: JsonObject;
  readonly handedOver: boolean;
  readonly ended: boolean;
};

/** Says whether it holds, and in any case what was found: a failed test must explain itself. */
export function checkAssertion(assertion: Assertion, facts: TurnFacts): AssertionResult {
  const [passed, found] = look(assertion, facts);
  return { assertion, passed, found };
}

function look(assertion: Assertion, facts: TurnFacts): readonly [boolean, Finding] {
  const reply: Finding = { type: "reply", said: facts.said };
  const path: Finding = { type: "path", visits: facts.visits };
  switch (assertion.type) {
    case "reply-contains":
      return [toReply(facts).includes(toLines(assertion.text)), reply];
    case "reply-not-contains":
      return [!toReply(facts).includes(toLines(assertion.text)), reply];
    case "reply-equals":
      return [equalsReply(facts, toLines(assertion.text)), reply];
    case "reply-matches": {
      const pattern = compilePattern(assertion.pattern);
      return pattern === null ? [false, { type: "bad-pattern" }] : [pattern.test(toReply(facts)), reply];
    }
    case "node-visited":
      return [facts.visits.some((visit) => isAt(visit, assertion)), path];
    case "port-taken":
      return [facts.visits.some((visit) => isAt(visit, assertion) && visit.port === assertion.port), path];
    case "variable-equals": {
      const value: Json = Object.hasOwn(facts.vars, assertion.name)
        ? (facts.vars[assertion.name] ?? null)
        : null;
      return [isEqual(value, assertion.value), { type: "variable", value }];
    }
    case "handed-over":
      return [facts.handedOver === assertion.expected, { type: "fact", holds: facts.handedOver }];
    case "ended":
      return [facts.ended === assertion.expected, { type: "fact", holds: facts.ended }];
  }
}

/** One message alone, or all of the turn's together: authors write down either. */
function equalsReply({ said }: TurnFacts, wanted: string): boolean {
  return said.some((text) => toLines(text) === wanted) || toLines(said.join("\n")) === wanted;
}

const toReply = ({ said }: TurnFacts): string => toLines(said.join("\n"));

/** White space at the ends and the kind of line ends do not count: both get lost in spreadsheets. */
const toLines = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

const isAt = (visit: Visit, place: { readonly flowId: string; readonly nodeId: string }): boolean =>
  visit.flowId === place.flowId && visit.nodeId === place.nodeId;
