import type { Program } from "../kernel/compile-program.ts";
import { converseWith } from "../kernel/converse.ts";
import type { Effect, InlineCalls, Step } from "../kernel/protocol.ts";
import type { CallAnswers } from "../kernel/simulate-host.ts";
import type { Locale } from "../kernel/text.ts";
import { type BatchAnswer, type BatchRow, EXPECTATIONS, type Expectation } from "./batch.ts";
import { isHandedOver } from "./is-handed-over.ts";
import { performDeed } from "./perform-deed.ts";
import type { Expected } from "./resolve-expected.ts";
import { toVisit } from "./run-flow-test.ts";
import type { Visit } from "./test-result.ts";
import { withVariables } from "./with-variables.ts";

const INTENT_KIND = "intent";
const FAQ_KIND = "faq";

const PATH_MAX = 12;
const REPLY_MAX_CHARS = 500;

type Question = {
  readonly program: Program;
  readonly answers: CallAnswers;
  readonly locale: Locale;
  readonly channel: string;
  readonly row: BatchRow;
  /** Null: something is expected that the flow does not have, so it cannot come true. */
  readonly expected: Expected | null;
};

type Matches = {
  faq: InlineCalls["match-faq"]["output"] | null;
  score: number | null;
};

/** Asks one question in a talk of its own, after the start and what was said before, and says where it went. */
export function askQuestion(question: Question): BatchAnswer {
  const { locale, channel, row } = question;
  const program = row.variables ? withVariables(question.program, row.variables) : question.program;
  const matches: Matches = { faq: null, score: null };
  const chat = converseWith(program, { calls: recordMatches(question.answers, matches), locale, channel });
  let played = performDeed(chat, { type: "start" });
  for (const text of row.history ?? []) {
    if (played.problem === null) played = performDeed(chat, { type: "say", text });
  }
  Object.assign(matches, { faq: null, score: null });
  const from = chat.effects.length;
  if (played.problem === null) played = performDeed(chat, { type: "say", text: row.question });
  const effects = chat.effects.slice(from);
  const way = readWay(program, effects);
  const answer: Omit<BatchAnswer, "failed"> = {
    intent: way.intent,
    faq: way.digression ?? toFaq(way.faqPort, matches.faq),
    score: matches.score,
    handedOver: isHandedOver(program, chat.effects),
    path: way.visits.slice(-PATH_MAX),
    reply: played.said.join("\n").slice(0, REPLY_MAX_CHARS),
    problem: played.problem?.type ?? null,
  };
  return {
    ...answer,
    failed: listFailed(question, { answer, visits: way.visits, said: played.said.join("\n") }),
  };
}

type Way = {
  readonly visits: readonly Visit[];
  intent: string | null;
  faqPort: string | null;
  digression: string | null;
};

/** What the nodes made of it: an author may take for unsure what the matcher is sure of. */
function readWay(program: Program, effects: readonly Effect[]): Way {
  const visits: Visit[] = [];
  const way: Way = { visits, intent: null, faqPort: null, digression: null };
  for (const effect of effects) {
    if (effect.type === "record-metric" && effect.name === "digression") {
      way.digression = `${effect.facts.faqSet}/${effect.facts.entryId}`;
    }
    if (effect.type !== "record-step") continue;
    const { step } = effect;
    visits.push(toVisit(step));
    if (step.port === null) continue;
    if (step.kind === FAQ_KIND) way.faqPort = step.port;
    if (step.kind === INTENT_KIND && isPortOf(program, step)) way.intent = step.port;
  }
  return way;
}

/** The ways that every kind may have besides its own (`error`) say nothing of what was understood. */
const isPortOf = (program: Program, { flowId, nodeId, port }: Step): boolean => {
  const runnable = program.flows.get(flowId)?.nodes.get(nodeId)?.runnable;
  return runnable?.definition.ports(runnable.config).some(({ id }) => id === port) ?? false;
};

function toFaq(port: string | null, match: InlineCalls["match-faq"]["output"] | null): string | null {
  if (port !== "hit") return port === null || port === "error" ? null : port;
  const best = match?.candidates[0];
  return best === undefined ? null : `${best.faqSet}/${best.entryId}`;
}

type Outcome = {
  readonly answer: Omit<BatchAnswer, "failed">;
  readonly visits: readonly Visit[];
  readonly said: string;
};

function listFailed({ row, expected }: Question, { answer, visits, said }: Outcome): readonly Expectation[] {
  if (expected === null) return EXPECTATIONS.filter((name) => row[name] !== undefined);
  const holds: { readonly [Name in Expectation]: boolean } = {
    intent: expected.intent === null || expected.intent === (answer.intent ?? "none"),
    faq: expected.faq === null || expected.faq === (answer.faq ?? "miss"),
    node:
      expected.nodes === null ||
      visits.some(({ flowId, nodeId }) => expected.nodes?.includes(`${flowId}/${nodeId}`)),
    text: expected.text === null || said.includes(expected.text),
  };
  return EXPECTATIONS.filter((name) => !holds[name]);
}

/** Scores are only in what the matchers answer; the way is only in the steps. */
function recordMatches(answers: CallAnswers, matches: Matches): CallAnswers {
  const intent = answers["match-intent"];
  const faq = answers["match-faq"];
  return {
    ...answers,
    ...(intent && {
      "match-intent": (input) => {
        const output = intent(input);
        if (output instanceof Error) return output;
        matches.score = output.candidates[0]?.score ?? matches.score;
        return output;
      },
    }),
    ...(faq && {
      "match-faq": (input) => {
        const output = faq(input);
        if (output instanceof Error) return output;
        matches.faq = output;
        matches.score = output.candidates[0]?.score ?? matches.score;
        return output;
      },
    }),
  };
}
