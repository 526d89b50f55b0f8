import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileProgram } from "../kernel/compile-program.ts";
import { type Drawing, drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { nodeRegistry } from "../nodes/registry.ts";
import { type Assertion, type FlowTestScriptInput, flowTestScriptSchema } from "./flow-test.ts";
import { hasPassed, runFlowTest } from "./run-flow-test.ts";

const DAY_MS = 86_400_000;

const shop: Drawing = {
  nodes: {
    start: { kind: "start" },
    topic: {
      kind: "choice",
      config: {
        question: "想办什么？",
        options: [
          { id: "return", label: "退货" },
          { id: "person", label: "找人" },
        ],
      },
    },
    reason: { kind: "ask", config: { question: "为什么退？", variable: "reason" } },
    thanks: { kind: "message", config: { blocks: [{ type: "text", text: "记下了：{{ reason }}" }] } },
    bye: { kind: "end", config: { text: "再见", resolution: "resolved" } },
    desk: { kind: "end", config: { text: "马上转人工", resolution: "handoff" } },
  },
  wires: [
    "start.next -> topic",
    "topic.return -> reason",
    "topic.person -> desk",
    "reason.answered -> thanks",
    "thanks.next -> bye",
  ],
  variables: [{ name: "reason", type: "text" }],
};

const play = (script: FlowTestScriptInput, drawing = shop) =>
  runFlowTest({
    program: compileProgram(bundleSchema.parse(drawBundle(drawing)), nodeRegistry),
    script: flowTestScriptSchema.parse(script),
    answers: {},
  });

const choose = (option: string, ...expect: readonly Assertion[]) => ({
  does: { type: "choose" as const, option },
  expect: [...expect],
});
const say = (text: string, ...expect: readonly Assertion[]) => ({
  does: { type: "say" as const, text },
  expect: [...expect],
});

test("a talk that goes as written passes, with every kind of expectation", () => {
  const result = play({
    expectStart: [{ type: "reply-contains", text: " 想办什么 " }],
    turns: [
      choose("退货", { type: "port-taken", flowId: "main", nodeId: "topic", port: "return" }),
      say(
        "尺码不对",
        { type: "reply-equals", text: "记下了：尺码不对\n再见" },
        { type: "reply-equals", text: "再见" },
        { type: "reply-not-contains", text: "抱歉" },
        { type: "reply-matches", pattern: "记下了：.{2,6}" },
        { type: "node-visited", flowId: "main", nodeId: "thanks" },
        { type: "variable-equals", name: "reason", value: "尺码不对" },
        { type: "handed-over", expected: false },
        { type: "ended", expected: true },
      ),
    ],
  });
  expect(result.turns.flatMap(({ assertions }) => assertions.filter(({ passed }) => !passed))).toEqual([]);
  expect(result.passed).toBe(true);
});

describe("a failed expectation says what was found instead", () => {
  test("the reply, the way through the flow, the value", () => {
    const result = play({
      turns: [
        choose("return", { type: "reply-equals", text: "退什么？" }),
        say(
          "太大",
          { type: "node-visited", flowId: "main", nodeId: "desk" },
          { type: "variable-equals", name: "reason", value: "太小" },
          { type: "ended", expected: false },
        ),
      ],
    });
    expect(result.passed).toBe(false);
    const found = result.turns.flatMap(({ assertions }) => assertions.map((assertion) => assertion.found));
    expect(found[0]).toEqual({ type: "reply", said: ["为什么退？"] });
    expect(found[1]).toMatchObject({
      type: "path",
      visits: [{ nodeId: "reason", port: "answered" }, {}, {}],
    });
    expect(found[2]).toEqual({ type: "variable", value: "太大" });
    expect(found[3]).toEqual({ type: "fact", holds: true });
  });

  test("a pattern that is no regular expression, and a variable that is not there", () => {
    const { turns } = play({
      expectStart: [
        { type: "reply-matches", pattern: "(" },
        { type: "variable-equals", name: "nobody", value: 1 },
      ],
      turns: [],
    });
    expect(turns[0]?.assertions.map(({ passed, found }) => ({ passed, found }))).toEqual([
      { passed: false, found: { type: "bad-pattern" } },
      { passed: false, found: { type: "variable", value: null } },
    ]);
  });
});

test("a turn that cannot be played fails, and so does every turn after it (T2)", () => {
  const gone = play({ turns: [choose("换货"), say("在吗")] });
  expect(gone.passed).toBe(false);
  expect(gone.turns.map(({ problem }) => problem?.type)).toEqual([
    undefined,
    "no-such-option",
    "no-such-option",
  ]);
  expect(gone.turns[1]?.problem).toMatchObject({ offered: ["退货", "找人"] });

  const late = play({ turns: [choose("person"), say("还在吗")] });
  expect(late.turns.at(-1)?.problem).toEqual({ type: "talk-ended" });
});

describe("handed over", () => {
  const handedOver = (expected: boolean): Assertion => ({ type: "handed-over", expected });

  test("when the author ends with the resolution `handoff`", () => {
    expect(play({ turns: [choose("找人", handedOver(true))] }).passed).toBe(true);
  });

  test("when the customer asks for a person and the settings name who takes over; in vain is none", () => {
    const asking = { turns: [say("转人工", handedOver(true))] };
    const withDesk = { ...shop, settings: { repair: { human: { to: "desk" } } } };
    expect(play(asking, withDesk).passed).toBe(true);
    expect(play(asking).passed).toBe(false);
  });
});

test("waiting moves the clock, and timers fire in it", () => {
  const sleepy: Drawing = {
    nodes: {
      start: { kind: "start" },
      nap: { kind: "delay", config: { durationMs: DAY_MS } },
      hello: { kind: "message", config: { blocks: [{ type: "text", text: "我回来了" }] } },
    },
    wires: ["start.next -> nap", "nap.next -> hello"],
  };
  const wait = (ms: number, text: string) => ({
    does: { type: "wait" as const, ms },
    expect: [{ type: "reply-equals" as const, text }],
  });
  const result = play({ turns: [wait(DAY_MS + 1, "我回来了")] }, sleepy);
  expect(result.turns[1]?.said).toEqual(["我回来了"]);
});

test("whatever customers do, a test ends, repeats itself exactly, and passes if and only if each turn does", () => {
  const deed = fc.oneof(
    fc.record({
      type: fc.constant("say" as const),
      text: fc.constantFrom("退货", "转人工", "返回", "取消", "42"),
    }),
    fc.record({ type: fc.constant("choose" as const), option: fc.constantFrom("return", "找人", "没有的") }),
    fc.record({
      type: fc.constant("wait" as const),
      ms: fc.integer({ min: 1, max: 40 * DAY_MS }).map((ms) => Math.min(ms, 31 * DAY_MS)),
    }),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
      const script = {
        turns: deeds.map((does) => ({ does, expect: [{ type: "ended" as const, expected: false }] })),
      };
      const first = play(script);
      expect(play(script)).toEqual(first);
      expect(first.turns).toHaveLength(deeds.length + 1);
      expect(first.passed).toBe(first.turns.every(hasPassed));
    }),
  );
});
