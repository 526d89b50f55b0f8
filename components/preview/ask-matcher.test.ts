import { expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import { type AskMatcher, createMatcher, type MatchAnswer } from "./ask-matcher.ts";
import { unmatchedMessages } from "./unmatched-messages.ts";

const toBundle = (exampleChars: number): Bundle =>
  bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        what: { kind: "intent", config: { intents: [{ id: "a", examples: ["退".repeat(exampleChars)] }] } },
      },
    }),
  );
const request: InlineRequest = {
  ...{ mode: "inline", name: "match-intent", input: { flowId: "main", nodeId: "what", text: "退货" } },
};
const customer = { locale: "zh-CN", channel: "web" } as const;
const MATCHED: MatchAnswer = { type: "matched", value: "yes" };
const texts = unmatchedMessages["zh-CN"];

type Answering = (question: Parameters<AskMatcher>[0], asked: number) => MatchAnswer;

function open(answer: Answering, isDraft = false) {
  const questions: Parameters<AskMatcher>[0][] = [];
  const isLearning: boolean[] = [];
  const waits = { now: 0, onWait: () => {} };
  const match = createMatcher(
    async (question) => {
      questions.push(question);
      return answer(question, questions.length);
    },
    {
      wait: async (ms) => {
        waits.now += ms;
        waits.onWait();
      },
      setLearning: (is) => void isLearning.push(is),
      getTexts: () => texts,
      isDraft: () => isDraft,
    },
  );
  return { match, questions, isLearning, waits };
}

/** A server that holds another draft. */
const knowsOnlySent: Answering = ({ part }) => (part === undefined ? { type: "stale" } : MATCHED);

test("what the server does not hold is sent along, also when it is long", async () => {
  const { match, questions, waits } = open(knowsOnlySent);
  expect(await match(request, toBundle(400_000), customer)).toBe("yes");
  expect(questions.map(({ part }) => part !== undefined)).toEqual([false, true]);
  expect(waits.now).toBe(0);
});

test("what is sent along is sent once, then asked for by its print; once more to a server that does not know it", async () => {
  const answers = ["stale", "learning", "learning", "stale", "learning"] as const;
  const { match, questions } = open((_, asked) => {
    const type = answers[asked - 1];
    return type === undefined ? MATCHED : { type };
  });
  expect(await match(request, toBundle(200_000), customer)).toBe("yes");
  expect(questions.map(({ part }) => part !== undefined)).toEqual([false, true, false, false, true, false]);
  expect(new Set(questions.map(({ expects }) => expects)).size).toBe(1);
});

test("a version that no request can hold is said to be too large at once; a draft is waited for until it is saved", async () => {
  // Three bytes each: fewer characters than the server takes bytes.
  const version = open(knowsOnlySent);
  await expect(version.match(request, toBundle(800_000), customer)).rejects.toThrow(texts.tooLarge);
  expect(version.questions).toHaveLength(1);

  const draft = open((_, asked) => (asked < 3 ? { type: "stale" } : MATCHED), true);
  expect(await draft.match(request, toBundle(800_000), customer)).toBe("yes");
  expect(draft.questions.every(({ part }) => part === undefined)).toBe(true);
});

test("what cannot be learned is said at once, with the reason", async () => {
  const { match, questions } = open(() => ({ type: "failed", reason: "memory" }));
  await expect(match(request, toBundle(3), customer)).rejects.toThrow(texts.failed.memory);
  expect(questions).toHaveLength(1);
});

test("an answer that nobody wants any more is not asked for again, and is no longer being learned", async () => {
  const over = new AbortController();
  const { match, questions, isLearning, waits } = open(() => ({ type: "learning" }));
  waits.onWait = () => {
    if (questions.length === 2) over.abort();
  };
  await expect(match(request, toBundle(3), { ...customer, signal: over.signal })).rejects.toThrow();
  expect(questions).toHaveLength(2);
  expect(isLearning.at(-1)).toBe(false);
});

test("one that is dropped does not end what another still learns", async () => {
  const over = new AbortController();
  const { match, questions, isLearning, waits } = open((_, asked) =>
    asked < 9 ? { type: "learning" } : MATCHED,
  );
  waits.onWait = () => {
    if (questions.length < 3 || over.signal.aborted) return;
    over.abort();
    expect(isLearning.at(-1)).toBe(true);
  };
  const dropped = match(request, toBundle(3), { ...customer, signal: over.signal });
  const wanted = match(request, toBundle(3), customer);
  await expect(dropped).rejects.toThrow();
  expect(await wanted).toBe("yes");
  expect(isLearning.at(-1)).toBe(false);
});
