import type { Program } from "../kernel/compile-program.ts";
import { type Chat, converseWith } from "../kernel/converse.ts";
import type { Step } from "../kernel/protocol.ts";
import type { CallAnswers } from "../kernel/simulate-host.ts";
import { checkAssertion, type TurnFacts } from "./check-assertion.ts";
import type { Assertion, FlowTestScript } from "./flow-test.ts";
import { isHandedOver } from "./is-handed-over.ts";
import { performDeed } from "./perform-deed.ts";
import type { Deed, FlowTestResult, TestTurnResult, TurnProblem, Visit } from "./test-result.ts";

export type FlowTestInput = {
  /** From `compileProgram(bundle, registry)`; many tests share one. */
  readonly program: Program;
  readonly script: FlowTestScript;
  /** What calls answer, above all `match-intent` and `match-faq`; queued ones by their name. */
  readonly answers: CallAnswers;
};

/**
 * Plays a written talk through the production interpreter and says, turn by turn, what was said, which way it went and whether
 * all holds that is expected. Pure: the same input gives the same result, and nothing outside is asked or told.
 *
 * T1. A turn is judged by what happened in it; variables, handoff and end by how things stand after it.
 * T2. A turn that cannot be played fails, and so do all that follow it: nothing is skipped in silence.
 */
export function runFlowTest({ program, script, answers }: FlowTestInput): FlowTestResult {
  const talk: Talk = { program, chat: openChat({ program, script, answers }), broken: null };
  const turns = [playTurn(talk, { type: "start" }, script.expectStart)];
  for (const { does, expect } of script.turns) turns.push(playTurn(talk, does, expect));
  return { passed: turns.every(hasPassed), turns };
}

export const hasPassed = ({ problem, assertions }: TestTurnResult): boolean =>
  problem === null && assertions.every(({ passed }) => passed);

type Talk = { readonly program: Program; readonly chat: Chat; broken: TurnProblem | null };

const openChat = ({ program, script, answers }: FlowTestInput): Chat =>
  converseWith(program, {
    calls: answers,
    locale: script.locale,
    channel: script.channel,
    context: script.context,
    ...(script.at === null ? {} : { at: script.at }),
  });

function playTurn(talk: Talk, does: Deed, expected: readonly Assertion[]): TestTurnResult {
  const { chat, program } = talk;
  const from = chat.effects.length;
  const { said, problem } =
    talk.broken === null ? performDeed(chat, does) : { said: [], problem: talk.broken };
  talk.broken = problem;
  const facts: TurnFacts = {
    said,
    visits: chat.effects
      .slice(from)
      .flatMap((effect) => (effect.type === "record-step" ? [toVisit(effect.step)] : [])),
    vars: problem?.type === "crashed" ? {} : chat.vars,
    handedOver: isHandedOver(program, chat.effects),
    ended: problem?.type !== "crashed" && chat.ended,
  };
  const assertions = expected.map((assertion) => checkAssertion(assertion, facts));
  return { does, said, visits: facts.visits, assertions, problem };
}

export const toVisit = ({ flowId, nodeId, port }: Step): Visit => ({ flowId, nodeId, port });
