import { describe, expect, test, vi } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { listTexts } from "#flows/kernel/list-texts.ts";
import { createEngine } from "./create-engine.ts";
import { hasBehaviourChanged } from "./has-behaviour-changed.ts";
import { DEFAULT_SETTINGS, type PreviewSettings } from "./preview-settings.ts";
import { EMPTY_TALK, type PreviewTalk } from "./preview-talk.ts";
import { runNodeAlone } from "./run-node-alone.ts";
import { toFlowTest } from "./to-flow-test.ts";
import { findFaultPort } from "./to-program.ts";

// A kind that reaches out to another system, as the interpreter's own tests have it.
vi.mock("#flows/nodes/registry.ts", async (load) => {
  const { nodeRegistry } = await load<typeof import("#flows/nodes/registry.ts")>();
  const { TEST_KINDS } = await import("#flows/kernel/test-kinds.ts");
  return { nodeRegistry: { ...nodeRegistry, "test-system": TEST_KINDS.job } };
});

const AT = 1_772_416_800_000;

const bundle: Bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start", config: { opening: "您好" } },
      what: {
        kind: "intent",
        config: { intents: [{ id: "return", name: "退货", examples: ["我要退货", "怎么退", "退掉"] }] },
      },
      how: { kind: "message", config: { blocks: [{ type: "text", text: "七天内可退，{{ name }}" }] } },
      hours: { kind: "business-hours", config: { timeZone: "Asia/Shanghai", weekly: [], overrides: [] } },
      rest: { kind: "delay", config: { durationMs: 600_000 } },
      open: { kind: "message", config: { blocks: [{ type: "text", text: "在线" }] } },
      shut: { kind: "message", config: { blocks: [{ type: "text", text: "打烊了" }] } },
    },
    wires: [
      "start.next -> what",
      "what.return -> how",
      "what.none -> hours",
      "hours.open -> open",
      "hours.closed -> shut",
    ],
    variables: [{ name: "name", type: "text", default: "小林" }],
  }),
);

type Answer = (text: string) => Json;

const byWords: Answer = (text) =>
  text.includes("退")
    ? { outcome: "sure", candidates: [{ intentId: "return", score: 0.93 }], reasons: ["退"] }
    : { outcome: "none", candidates: [], reasons: [] };

function open(changes: Partial<PreviewSettings> = {}, answer: Answer = byWords) {
  let talk: PreviewTalk = EMPTY_TALK;
  let settings: PreviewSettings = { ...DEFAULT_SETTINGS, at: AT, ...changes };
  let document = bundle;
  const waits: number[] = [];
  const engine = createEngine({
    getSetup: () => ({ bundle: document, settings }),
    getTalk: () => talk,
    setTalk: (next) => {
      talk = next;
    },
    match: async (request) => answer(request.input.text),
    now: () => AT,
    wait: async (ms) => void waits.push(ms),
    setBusy: () => {},
  });
  return {
    ...engine,
    waits,
    talk: () => talk,
    set: (more: Partial<PreviewSettings>) => {
      settings = { ...settings, ...more };
    },
    edit: (next: Bundle) => {
      document = next;
    },
    said: () => talk.entries.flatMap((entry) => (entry.type === "bot" ? listTexts(entry.parts) : [])),
    path: () => talk.turns.flatMap(({ steps }) => steps.map(({ nodeId, port }) => `${nodeId}.${port}`)),
  };
}

describe("a talk in the preview", () => {
  test("goes the way that customers would go, and says which", async () => {
    const chat = open();
    await chat.restart();
    await chat.send("我想退货");
    expect(chat.said()).toEqual(["您好", "七天内可退，小林"]);
    expect(chat.path()).toEqual(["start.next", "what.null", "what.return", "how.next"]);
    const step = chat
      .talk()
      .turns.at(-1)
      ?.steps.find(({ nodeId }) => nodeId === "what");
    expect(step?.output).toMatchObject({ outcome: "sure", candidates: [{ score: 0.93 }] });
    expect(step?.input).toBe("我想退货");
  });

  test("is plain JSON: taken from storage it goes on as if nothing had happened", async () => {
    const chat = open();
    await chat.restart();
    expect(JSON.parse(JSON.stringify(chat.talk()))).toEqual(chat.talk());
  });

  test("runs what is drawn now: an edit counts from the next message on", async () => {
    const chat = open();
    await chat.restart();
    const nodes = bundle.flow.nodes.map((node) =>
      node.id === "how" ? { ...node, config: { blocks: [{ type: "text", text: "十五天内可退" }] } } : node,
    );
    const edited = { ...bundle, flow: { ...bundle.flow, nodes } };
    chat.edit(edited);
    await chat.send("我想退货");
    expect(chat.said().at(-1)).toBe("十五天内可退");
    expect(hasBehaviourChanged(bundle, edited)).toBe(true);
    const moved = bundle.flow.nodes.map((node) => ({ ...node, position: { x: 1, y: 1 } }));
    expect(hasBehaviourChanged(bundle, { ...bundle, flow: { ...bundle.flow, nodes: moved } })).toBe(false);
  });

  test("a matcher that fails or is slow is a fault of the matcher, not of the preview", async () => {
    const chat = open({ faults: { ...DEFAULT_SETTINGS.faults, matching: "error" } });
    await chat.restart();
    await chat.send("我想退货");
    expect(chat.path()).toContain("what.none");
    chat.set({ faults: { ...DEFAULT_SETTINGS.faults, matching: "slow" } });
    await chat.restart();
    await chat.send("我想退货");
    expect(chat.waits).toEqual([3_000]);
    expect(chat.said().at(-1)).toBe("七天内可退，小林");
  });

  test("closed hours are played without waiting for the night", async () => {
    const chat = open({ faults: { ...DEFAULT_SETTINGS.faults, hours: "open" } });
    await chat.restart();
    await chat.send("在吗");
    expect(chat.said().at(-1)).toBe("在线");
    chat.set({ faults: { ...DEFAULT_SETTINGS.faults, hours: "closed" } });
    await chat.restart();
    await chat.send("在吗");
    expect(chat.said().at(-1)).toBe("打烊了");
  });

  test("nobody being there is played by every kind that asks, and by no other", () => {
    const offline = { ...DEFAULT_SETTINGS.faults, agents: "offline" as const };
    expect(findFaultPort({ circumstancePorts: { "agents-offline": "no-agent" } }, offline)).toBe("no-agent");
    expect(findFaultPort({ circumstancePorts: { closed: "closed" } }, offline)).toBeNull();
    expect(findFaultPort({}, { ...offline, hours: "holiday" })).toBeNull();
    const both = { circumstancePorts: { holiday: "closed", "agents-offline": "no-agent" } };
    expect(findFaultPort(both, { ...offline, hours: "holiday" })).toBe("closed");
  });

  test("another system is slow or fails when it is told to, and is never reached", async () => {
    const asking: Bundle = bundleSchema.parse(
      drawBundle({
        nodes: {
          start: { kind: "start" },
          look: {
            kind: "test-system",
            onError: { mode: "port" },
            config: { name: "look-up", saveTo: "found" },
          },
          tell: { kind: "message", config: { blocks: [{ type: "text", text: "查到 {{ found }}" }] } },
          sorry: { kind: "message", config: { blocks: [{ type: "text", text: "查不到" }] } },
        },
        wires: ["start.next -> look", "look.next -> tell", "look.error -> sorry"],
        variables: [{ name: "found", type: "text" }],
      }),
    );
    const simulate = { "look-up": { isOn: true, answer: "3 件" } };
    const chat = open({ simulate, faults: { ...DEFAULT_SETTINGS.faults, systems: "slow" } });
    chat.edit(asking);
    await chat.restart();
    expect(chat.waits).toEqual([3_000]);
    expect(chat.said()).toEqual(["查到 3 件"]);
    chat.set({ faults: { ...DEFAULT_SETTINGS.faults, systems: "error" } });
    await chat.restart();
    expect(chat.path()).toContain("look.error");
    expect(chat.said()).toEqual(["查不到"]);
  });

  test("a pinned node leaves where it was told, with the variables it was given", async () => {
    const chat = open({ pins: { "main/what": { type: "port", port: "return", set: { name: "阿明" } } } });
    await chat.restart();
    expect(chat.said()).toEqual(["您好", "七天内可退，阿明"]);
  });

  test("messages of a burst keep their order", async () => {
    const chat = open();
    await chat.restart();
    await chat.sendBurst(["退货一", "退货二", "退货三"]);
    expect(
      chat
        .talk()
        .turns.filter(({ cause }) => cause === "message")
        .map(({ text }) => text),
    ).toEqual(["退货一", "退货二", "退货三"]);
    chat.set({ channel: "wechat-kf" });
    await chat.restart();
    await chat.sendBurst(["退货一", "退货二"]);
    expect(chat.talk().turns.filter(({ cause }) => cause === "message")).toHaveLength(1);
  });

  test("a restart drops what is still under way", async () => {
    const chat = open();
    await chat.restart();
    const sending = chat.send("我想退货");
    await chat.restart();
    await sending;
    expect(chat.said()).toEqual(["您好"]);
  });
});

describe("a talk under the debugger", () => {
  test("stops at a breakpoint, takes an edited variable, and keeps what is written meanwhile", async () => {
    const chat = open({ breakpoints: { "main/how": "" } });
    await chat.restart();
    await chat.send("我想退货");
    expect(chat.talk().session?.awaiting).toMatchObject({ type: "paused", nodeId: "how" });
    chat.setVariables(0, { name: "阿明" });
    await chat.send("在吗");
    expect(chat.talk().heldBack).toHaveLength(1);
    await chat.resume({ type: "run" });
    expect(chat.said()).toContain("七天内可退，阿明");
    expect(chat.talk().heldBack).toHaveLength(0);
  });

  test("a conditional breakpoint stops only when it holds", async () => {
    const chat = open({ breakpoints: { "main/how": "name == '阿明'" } });
    await chat.restart();
    await chat.send("我想退货");
    expect(chat.talk().session?.awaiting.type).not.toBe("paused");
    chat.setVariables(0, { name: "阿明" });
    await chat.send("我想退货");
    expect(chat.talk().session?.awaiting.type).toBe("paused");
  });

  test("steps node by node, and jumps", async () => {
    const chat = open({ breakpoints: { "main/what": "" } });
    await chat.restart();
    expect(chat.talk().session?.awaiting).toMatchObject({ type: "paused", nodeId: "what" });
    await chat.resume({ type: "step" });
    expect(chat.talk().session?.awaiting.type).toBe("message");
    await chat.jump({ flowId: "main", nodeId: "shut" });
    expect(chat.said().at(-1)).toBe("打烊了");
  });
});

test("a timer fires when the clock is moved on, and only then", async () => {
  const chat = open();
  const edges = [
    { id: "r1", from: "start", port: "next", to: "rest" },
    { id: "r2", from: "rest", port: "next", to: "open" },
  ];
  chat.edit({ ...bundle, flow: { ...bundle.flow, edges } });
  await chat.restart();
  expect(chat.talk().timers).toHaveLength(1);
  await chat.advanceTime(9 * 60_000);
  expect(chat.said()).toEqual(["您好"]);
  await chat.advanceTime(60_000);
  expect(chat.said()).toEqual(["您好", "在线"]);
});

test("one node is run alone, and the open talk stays as it was", async () => {
  const chat = open();
  await chat.restart();
  const before = chat.talk();
  const run = await runNodeAlone({
    flowId: "main",
    nodeId: "what",
    bundle,
    settings: DEFAULT_SETTINGS,
    session: before.session,
    sample: "退掉",
    at: AT,
    match: async (request) => byWords(request.input.text),
  });
  expect(run).toMatchObject({ next: "how", waits: null });
  expect(run.steps).toHaveLength(1);
  expect(chat.talk()).toBe(before);
});

test("a talk is kept as a test that repeats it", async () => {
  const chat = open();
  await chat.restart();
  expect(toFlowTest(chat.talk(), DEFAULT_SETTINGS)).toBeNull();
  await chat.send("我想退货");
  expect(toFlowTest(chat.talk(), DEFAULT_SETTINGS)).toMatchObject({
    locale: "zh-CN",
    at: AT,
    expectStart: [{ type: "reply-contains", text: "您好" }],
    turns: [
      {
        does: { type: "say", text: "我想退货" },
        expect: [{ type: "reply-contains", text: "七天内可退，小林" }],
      },
    ],
  });
});
