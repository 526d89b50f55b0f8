import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance } from "./advance.ts";
import { compileProgram, type Program } from "./compile-program.ts";
import { type Drawing, drawBundle } from "./draw-flow.ts";
import { play } from "./fixtures/play.ts";
import { REGISTRY, randomActions, randomBundle } from "./fixtures/random-flows.ts";
import { type Bundle, bundleSchema } from "./flow.ts";
import { type MoveMode, moveSession } from "./move-session.ts";
import type { Effect, Event } from "./protocol.ts";
import type { Session } from "./session.ts";
import { TEST_KINDS } from "./test-kinds.ts";

const RUNS = { numRuns: 100 };
const MODES: readonly MoveMode[] = ["move", "restart"];

const compile = (bundle: Bundle) => compileProgram(bundle, REGISTRY);

describe("any talk on any flow, moved to any other", () => {
  test("goes on without a throw, with a next step, and still with JSON (M1)", () => {
    fc.assert(
      fc.property(randomBundle, randomBundle, randomActions, (before, after, actions) => {
        const [from, to] = [compile(before), compile(after)];
        for (const session of play(from, actions).sessions.filter(isAtRest)) {
          for (const mode of MODES)
            for (const event of listEvents(session)) tryMove({ from, to, mode }, session, event);
        }
      }),
      RUNS,
    );
  });

  test("with the same flow behaves as if it had not been moved (M2)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const program = compile(bundle);
        for (const session of play(program, actions).sessions.filter(isAtRest)) {
          for (const event of listEvents(session)) {
            const moved = moveSession(session, {
              from: program,
              to: program,
              mode: "move",
              event: event.type,
            });
            if (moved === null) continue;
            expect(saidBy(advance(program, moved.session, event))).toEqual(
              saidBy(advance(program, session, event)),
            );
          }
        }
      }),
      RUNS,
    );
  });
});

type Pair = { readonly from: Program; readonly to: Program; readonly mode: MoveMode };

function tryMove({ from, to, mode }: Pair, session: Session, event: Event): void {
  const moved = moveSession(session, { from, to, mode, event: event.type });
  if (moved === null) return;
  expect(JSON.parse(JSON.stringify(moved.session))).toEqual(moved.session);
  expect(moved.session.counter).toBe(session.counter);
  const [next] = advance(to, moved.session, event);
  expect(next.stack.length).toBeGreaterThan(0);
  if (next.awaiting.type === "call") expect(next.awaiting.callId).toMatch(/^c\d+$/);
  for (const frame of next.stack) expect(to.flows.has(frame.flowId)).toBe(true);
}

/** The host never stores a session that waits for an inline call. */
const isAtRest = ({ awaiting }: Session) => awaiting.type !== "call" || awaiting.queued;

const saidBy = ([, effects]: readonly [Session, readonly Effect[]]) =>
  effects.flatMap((effect) => (effect.type === "say" ? [effect.parts] : []));

function listEvents({ awaiting }: Session): readonly Event[] {
  const stamp = { at: 1_772_416_900_000, seed: 5 };
  const message = {
    type: "message-received",
    ...stamp,
    messageId: "m",
    attachments: [],
    choice: null,
  } as const;
  const said: readonly Event[] = ["退货", "转人工", "返回", ""].map((text) => ({ ...message, text }));
  if (awaiting.type === "call")
    return [
      { type: "call-succeeded", ...stamp, callId: awaiting.callId, value: ["结果"] },
      { type: "call-failed", ...stamp, callId: awaiting.callId, error: { code: "timeout", message: "" } },
    ];
  const timerId = "timerId" in awaiting ? awaiting.timerId : null;
  return timerId === null ? said : [...said, { type: "timer-fired", ...stamp, timerId }];
}

const ask = (question: string, saveTo: string, more = {}) => ({
  kind: "ask",
  config: { question, saveTo, ...more },
});
const say = (text: string) => ({ kind: "say", config: { text } });

const NAMES: Drawing["variables"] = [
  { name: "name", type: "text" },
  { name: "note", type: "text", scope: "contact" },
  { name: "days", type: "number", default: 7 },
];

const OLD: Drawing = {
  nodes: {
    start: { kind: "start" },
    name: ask("姓名？", "name"),
    note: ask("备注？", "note", { timeoutMs: 60_000 }),
    tell: say("{{ name }}，{{ days }} 天内可退"),
  },
  wires: ["start.next -> name", "name.answered -> note", "note.answered -> tell"],
  variables: NAMES,
};

const toProgram = (drawing: Drawing) => compileProgram(bundleSchema.parse(drawBundle(drawing)), TEST_KINDS);

/** A talk that stands at the second question of the old flow. */
function openTalk(): { readonly from: Program; readonly session: Session } {
  const from = toProgram(OLD);
  const [begun] = advance(from, null, {
    ...{ type: "conversation-started", at: 1, seed: 1, locale: "zh-CN", channel: "web" },
    ...{ contactId: "c", context: {}, contact: {} },
  });
  const [named] = advance(from, begun, toMessage("小林"));
  return { from, session: named };
}

const toMessage = (text: string): Event => ({
  ...{ type: "message-received", at: 2, seed: 2, messageId: text, text, choice: null, attachments: [] },
});

function goOn(drawing: Drawing, mode: MoveMode, text: string): readonly string[] {
  const { from, session } = openTalk();
  const to = toProgram(drawing);
  const moved = moveSession(session, { from, to, mode, event: "message-received" });
  const [, effects] = advance(to, moved?.session ?? session, toMessage(text));
  return effects.flatMap((effect) =>
    effect.type === "say" ? effect.parts.map((part) => (part.type === "text" ? part.text : part.type)) : [],
  );
}

describe("a talk that stands at a question", () => {
  test("answers it on the new version, with its words and its defaults, and keeps what was said (M2, M4)", () => {
    const next: Drawing = {
      ...OLD,
      nodes: { ...OLD.nodes, tell: say("{{ name }}，{{ days }} 天，{{ gift }}") },
      variables: [
        { name: "name", type: "text" },
        { name: "note", type: "text", scope: "contact" },
        { name: "days", type: "number", default: 15 },
        { name: "gift", type: "text", default: "赠品" },
      ],
    };
    expect(goOn(next, "move", "无")).toEqual(["小林，15 天，赠品"]);
  });

  test("takes the flow's fallback where the question is gone or another kind now (M2)", () => {
    const { note: _, ...others } = OLD.nodes;
    const without = {
      ...OLD,
      nodes: { ...others, desk: say("请留言") },
      wires: ["start.next -> name", "name.answered -> tell"],
    };
    const settings: Drawing["settings"] = { fallback: { to: "desk", text: "流程刚刚更新。" } };
    expect(goOn({ ...without, settings }, "move", "无")).toEqual(["流程刚刚更新。", "请留言"]);
    const other = { ...without, nodes: { ...without.nodes, note: say("谢谢") }, settings };
    expect(goOn(other, "move", "无")).toEqual(["流程刚刚更新。", "请留言"]);
  });

  test("begins anew with the message at hand when it is told to restart, and its timer is called off", () => {
    const { from, session } = openTalk();
    const to = toProgram(OLD);
    const moved = moveSession(session, { from, to, mode: "restart", event: "message-received" });
    expect(moved?.session.awaiting).toEqual({ type: "idle" });
    expect(moved?.session.vars).toEqual({});
    expect(moved?.cancelledTimers).toEqual(["t1"]);
    expect(goOn(OLD, "restart", "在吗")).toEqual(["姓名？"]);
  });

  test("ends the step under way on the old version before it restarts (M3)", () => {
    const { from, session } = openTalk();
    const move = { from, to: toProgram(OLD), mode: "restart", event: "timer-fired" } as const;
    expect(moveSession(session, move)).toBeNull();
  });
});

test("what a contact is remembered by outlives a restart", () => {
  const { from, session } = openTalk();
  const told = { ...session, vars: { ...session.vars, note: "常客" } };
  const moved = moveSession(told, { from, to: toProgram(OLD), mode: "restart", event: "message-received" });
  expect(moved?.session.vars).toEqual({ note: "常客" });
});
