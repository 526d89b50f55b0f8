import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeRegistry } from "../nodes/registry.ts";
import { advance } from "./advance.ts";
import { compileProgram, type PausePlace } from "./compile-program.ts";
import { editVariables, enterNodeAt, resumePaused } from "./debug.ts";
import { drawFlow } from "./draw-flow.ts";
import { play } from "./fixtures/play.ts";
import { REGISTRY, randomActions, randomBundle } from "./fixtures/random-flows.ts";
import { type Bundle, bundleSchema } from "./flow.ts";
import type { Effect, Event } from "./protocol.ts";
import type { Session } from "./session.ts";

const RUNS = { numRuns: 300 };
const store = (session: Session): Session => JSON.parse(JSON.stringify(session));

describe("any flow, any talk", () => {
  test("stopped before every node and resumed, it says the same and ends in the same session (D2)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const program = compileProgram(bundle, REGISTRY);
        let pauses = 0;
        const stopped = play({ ...program, pauseBefore: () => true }, actions, {
          store,
          onPause: () => {
            pauses += 1;
          },
        });
        const plain = play(program, actions);
        expect(JSON.stringify(stopped.session)).toBe(JSON.stringify(store(plain.session)));
        expect(JSON.stringify(stopped.turns)).toBe(JSON.stringify(plain.turns));
        expect(pauses).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test("stopped at some nodes only, it is the same talk too", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, fc.nat(4), (bundle, actions, nth) => {
        const program = compileProgram(bundle, REGISTRY);
        const pauseBefore = ({ nodeId }: PausePlace) => nodeId.length % 5 === nth;
        expect(play({ ...program, pauseBefore }, actions).turns).toEqual(play(program, actions).turns);
      }),
      RUNS,
    );
  });

  test("without a debugger no session ever holds a pause (D1)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const { sessions } = play(compileProgram(bundle, REGISTRY), actions);
        for (const { awaiting } of sessions) expect(awaiting.type).not.toBe("paused");
      }),
      RUNS,
    );
  });

  test("any node can be entered at any moment, and something is awaited afterwards", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, fc.nat(), (bundle, actions, pick) => {
        const program = compileProgram(bundle, REGISTRY);
        const places = [...program.flows.values()].flatMap(({ id, nodes }) =>
          [...nodes.keys()].map((nodeId) => ({ flowId: id, nodeId })),
        );
        const place = places[pick % places.length];
        if (place === undefined) return;
        const { session } = play(program, actions);
        const [after] = enterNodeAt(program, session, { ...place, at: 1_772_416_900_000, seed: 3 });
        expect(after.awaiting.type).not.toBe("paused");
        expect(after.stack.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      }),
      RUNS,
    );
  });
});

const started: Event = {
  type: "conversation-started",
  at: 1_772_416_800_000,
  seed: 1,
  locale: "zh-CN",
  channel: "web",
  contactId: "c1",
  context: {},
  contact: {},
};

const bundle: Bundle = bundleSchema.parse({
  flow: drawFlow({
    nodes: {
      start: { kind: "start" },
      greet: { kind: "message", config: { blocks: [{ type: "text", text: "您好 {{ name }}" }] } },
      bye: { kind: "message", config: { blocks: [{ type: "text", text: "再见" }] } },
    },
    wires: ["start.next -> greet", "greet.next -> bye"],
    variables: [{ name: "name", type: "text", default: "小林" }],
  }),
});

const said = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "say" ? effect.parts : []));

describe("a stopped talk", () => {
  const program = {
    ...compileProgram(bundle, nodeRegistry),
    pauseBefore: ({ nodeId }: PausePlace) => nodeId === "greet",
  };
  const [paused] = advance(program, null, started);

  test("waits before the node for nothing but the debugger", () => {
    expect(paused.awaiting).toMatchObject({ type: "paused", nodeId: "greet" });
    const message: Event = {
      type: "message-received",
      at: 1,
      seed: 1,
      messageId: "m1",
      text: "在吗",
      choice: null,
      attachments: [],
    };
    expect(advance(program, paused, message)).toEqual([paused, []]);
  });

  test("goes on with the variables as they were edited", () => {
    const edited = editVariables(program, paused, { depth: 0, values: { name: "阿明" } });
    const [after, effects] = resumePaused(program, edited);
    expect(said(effects)).toEqual([
      { type: "text", text: "您好 阿明" },
      { type: "text", text: "再见" },
    ]);
    expect(after.awaiting.type).toBe("idle");
    expect(editVariables(program, edited, { depth: 0, values: { name: "小林" } }).vars).toEqual({});
  });

  test("can be sent to another node", () => {
    const [after, effects] = enterNodeAt(program, paused, { flowId: "main", nodeId: "bye", at: 2, seed: 2 });
    expect(said(effects)).toEqual([{ type: "text", text: "再见" }]);
    expect(after.awaiting.type).toBe("idle");
  });

  test("is not resumed twice", () => {
    const [after] = resumePaused(program, paused);
    expect(resumePaused(program, after)).toEqual([after, []]);
  });
});
