import { expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { toExaminedKey } from "#flows/preview/examined-part.ts";
import { createBuilderStore } from "../store/builder-store.ts";
import { type ExamineHands, examineParts } from "./examine-parts.ts";

const intents = [
  { id: "a", name: "退货", examples: ["怎么退"] },
  { id: "b", name: "换货", examples: ["怎么换"] },
];
const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      one: { kind: "intent", config: { intents } },
      two: { kind: "intent", config: { intents: [...intents, { id: "c", name: "发票", examples: [] }] } },
    },
    wires: ["start.next -> one", "one.none -> two"],
  }),
);
const toPart = (nodeId: string) => ({ type: "intents", flowId: "main", nodeId }) as const;
const report = { asked: 12, right: 12, confusions: [], taken: [], measured: { answered: 0, right: 0 } };

type Asked = Parameters<ExamineHands["ask"]>[0];
type Answer = Awaited<ReturnType<ExamineHands["ask"]>>;

/** A server that gives these answers in turn, then the report. */
function open(answers: readonly (Answer | Error)[]) {
  const store = createBuilderStore({
    ...{ botId: "bot", botName: "Bot", chatUrl: "", channels: [] },
    ...{ bundle, rev: 1, canEdit: true },
  });
  const asked: Asked[] = [];
  const left = [...answers];
  const hands: ExamineHands = {
    store,
    pause: () => Promise.resolve(),
    ask: async (question) => {
      asked.push(question);
      const answer = left.shift() ?? { type: "examined", report };
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const stateOf = (nodeId: string) =>
    store.getState().examinations.get(toExaminedKey(store.getState().bundle, toPart(nodeId)) ?? "");
  const edit = () =>
    store.getState().edit(
      (before) => ({
        ...before,
        flow: {
          ...before.flow,
          nodes: before.flow.nodes.map((node) =>
            node.id === "one" ? { ...node, config: { intents: intents.slice(0, 1) } } : node,
          ),
        },
      }),
      { label: "config" },
    );
  return { store, hands, asked, stateOf, edit };
}

test("asks again while the server is learning, and keeps what comes of it", async () => {
  const { hands, asked, stateOf } = open([{ type: "learning" }, { type: "learning" }]);
  const work = examineParts(hands, [toPart("one"), toPart("two")]);
  expect([stateOf("one"), stateOf("two")]).toEqual([{ state: "running" }, { state: "running" }]);
  await work;
  expect(stateOf("one")).toEqual({ state: "done", report });
  expect(stateOf("two")).toEqual({ state: "done", report });
  expect(asked.map(({ examined }) => examined)).toEqual([
    toPart("one"),
    toPart("one"),
    toPart("one"),
    toPart("two"),
  ]);
});

test("sends along what the server has not saved yet, once and for all", async () => {
  const { hands, asked, stateOf } = open([{ type: "stale" }, { type: "learning" }]);
  await examineParts(hands, [toPart("one")]);
  expect(asked.map(({ part }) => part)).toEqual([
    undefined,
    { type: "intents", intents },
    { type: "intents", intents },
  ]);
  expect(stateOf("one")).toMatchObject({ state: "done" });
});

test("what cannot be examined is said to have failed, the rest goes on, and it can be asked for again", async () => {
  const { hands, asked, stateOf } = open([new Error("offline")]);
  await examineParts(hands, [toPart("one"), toPart("two")]);
  expect(stateOf("one")).toEqual({ state: "failed" });
  expect(stateOf("two")).toMatchObject({ state: "done" });
  await examineParts(hands, [toPart("one"), toPart("two")]);
  expect(stateOf("one")).toMatchObject({ state: "done" });
  expect(asked).toHaveLength(3);
});

test("an edit gives up what is being examined: the old part is not asked for again, and the rest goes on", async () => {
  const { store, hands, asked, stateOf, edit } = open([{ type: "learning" }]);
  const work = examineParts({ ...hands, pause: async () => edit() }, [toPart("one"), toPart("two")]);
  await work;
  expect(asked.map(({ examined }) => examined)).toEqual([toPart("one"), toPart("two")]);
  expect(stateOf("one")).toBeUndefined();
  expect(stateOf("two")).toMatchObject({ state: "done" });
  store.getState().undo();
  expect(stateOf("one")).toBeUndefined();
});
