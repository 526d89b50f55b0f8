import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance } from "./advance.ts";
import { compareValues } from "./compare-values.ts";
import { compileProgram } from "./compile-program.ts";
import { exportBundle } from "./export-flow.ts";
import { compileExpression } from "./expression.ts";
import { createTalk, play } from "./fixtures/play.ts";
import { REGISTRY, randomActions, randomBundle, SECRET } from "./fixtures/random-flows.ts";
import type { Bundle } from "./flow.ts";
import type { Json } from "./json.ts";
import { parseBundle } from "./migrate.ts";
import type { Effect, Event } from "./protocol.ts";
import type { Session } from "./session.ts";
import { compileTemplate } from "./template.ts";
import { validateBundle } from "./validate.ts";

/** 500 in each check of the project; raise it by hand for a long night. */
const RUNS = { numRuns: 500 };

const compile = (bundle: Bundle) => compileProgram(bundle, REGISTRY);
const store = (session: Session): Session => JSON.parse(JSON.stringify(session));

describe("any flow, any talk", () => {
  test("P1 the same flow and events give the same trace (I4)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        expectSame(play(compile(bundle), actions), play(compile(bundle), actions));
      }),
      RUNS,
    );
  });

  test("P2 a session that was stored and loaded before each event goes on as if nothing had happened (I3)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const program = compile(bundle);
        const stored = play(program, actions, { store });
        const plain = play(program, actions);
        expectSame(stored, plain);
      }),
      RUNS,
    );
  });

  test("P3 each turn ends within its bounds (I5; I10 of the design)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const { turns, sessions } = play(compile(bundle), actions);
        for (const turn of turns)
          expect(turn.filter(({ type }) => type === "say").length).toBeLessThanOrEqual(20);
        for (const { turn, stack } of sessions) {
          expect(turn.visits).toBeLessThanOrEqual(200);
          expect(stack.length).toBeLessThanOrEqual(9);
        }
      }),
      RUNS,
    );
  });

  test("P4 every event finds every session ready: no throw, and something awaited afterwards (I6, I7)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const program = compile(bundle);
        for (const session of play(program, actions).sessions) {
          expectNextStep(session);
          for (const event of listEvents(session)) expectNextStep(advance(program, session, event)[0]);
        }
      }),
      RUNS,
    );
  });

  test("P4 a customer who writes gets a word before the bot goes idle (I7)", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const talk = createTalk(compile(bundle));
        for (const action of actions) {
          const turnsBefore = talk.played().turns.length;
          talk.next(action);
          const { turns, session } = talk.played();
          if (action.type !== "text" || turns.length === turnsBefore) continue;
          const saidSomething = turns.at(-1)?.some(({ type }) => type === "say") === true;
          if (session.awaiting.type === "idle") expect(saidSomething).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("P5 talks that take turns on one program do not feel each other", () => {
    const talks = fc.array(randomActions, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(randomBundle, talks, fc.infiniteStream(fc.nat(3)), (...[bundle, lists, order]) => {
        const program = compile(bundle);
        const mixed = lists.map((actions) => ({ talk: createTalk(program), left: [...actions] }));
        for (const pick of order) {
          const open = mixed.filter(({ left }) => left.length > 0);
          const chosen = open[pick % Math.max(1, open.length)];
          const action = chosen?.left.shift();
          if (chosen === undefined || action === undefined) break;
          chosen.talk.next(action);
        }
        expectSame(
          mixed.map(({ talk }) => talk.played()),
          lists.map((actions) => play(program, actions)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("P6 a result or timer that is delivered again changes nothing (I1)", () => {
    fc.assert(
      fc.property(
        randomBundle,
        randomActions,
        fc.integer({ min: 2, max: 4 }),
        (bundle, actions, deliveries) => {
          const program = compile(bundle);
          expectSame(play(program, actions, { deliveries }).turns, play(program, actions).turns);
        },
      ),
      RUNS,
    );
  });

  test("P9 other versions that are compiled and run meanwhile change nothing", () => {
    fc.assert(
      fc.property(randomBundle, randomBundle, randomActions, (bundle, other, actions) => {
        const program = compile(bundle);
        const alone = play(program, actions);
        const talk = createTalk(program);
        for (const action of actions) {
          play(compile(other), actions);
          talk.next(action);
        }
        expectSame(talk.played(), alone);
      }),
      { numRuns: 100 },
    );
  });

  test("P10 export, import and export again give the same bytes and the same talk", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const text = exportBundle(bundle);
        const parsed = parseBundle(text);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        expect(exportBundle(parsed.value)).toBe(text);
        expectSame(play(compile(parsed.value), actions), play(compile(bundle), actions));
      }),
      RUNS,
    );
  });

  test("P11 the value of a core variable never shows in traces and metrics", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const quiet = actions.filter((action) => action.type !== "text" || action.text !== SECRET);
        const { effects } = play(compile(bundle), quiet);
        const shown = effects.filter(({ type }) => type === "record-step" || type === "record-metric");
        expect(JSON.stringify(shown)).not.toContain(SECRET);
      }),
      RUNS,
    );
  });

  test("the checks say something about any flow and never throw", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        for (const { text, flowId } of validateBundle(bundle, REGISTRY)) {
          expect(text["zh-CN"] + text.en).not.toMatch(/\{\w+\}|undefined/);
          expect(["main", "inner", "self"]).toContain(flowId);
        }
      }),
      RUNS,
    );
  });
});

/** As JSON, which is what is stored and sent; comparing texts keeps thousands of traces fast. */
function expectSame(left: unknown, right: unknown): void {
  expect(JSON.stringify(left)).toBe(JSON.stringify(right));
}

/** Something outside can always move the talk on. */
function expectNextStep({ awaiting, stack }: Session): void {
  expect(stack.length).toBeGreaterThan(0);
  if (awaiting.type === "call") expect(awaiting.callId).toMatch(/^c\d+$/);
  else if (awaiting.type === "timer") expect(awaiting.timerId).toMatch(/^t\d+$/);
  else expect(["idle", "message", "ended"]).toContain(awaiting.type);
}

function listEvents({ awaiting }: Session): readonly Event[] {
  const stamp = { at: 1_772_416_900_000, seed: 5 };
  const callId = awaiting.type === "call" ? awaiting.callId : "c1";
  const timerId = "timerId" in awaiting && awaiting.timerId !== null ? awaiting.timerId : "t1";
  const message = { type: "message-received", ...stamp, messageId: "m", attachments: [] } as const;
  return [
    { ...message, text: "退货", choice: null },
    { ...message, text: "", choice: "nothing" },
    { ...message, text: "转人工", choice: null },
    { type: "call-succeeded", ...stamp, callId, value: { outcome: "sure", candidates: "wrong shape" } },
    { type: "call-failed", ...stamp, callId, error: { code: "timeout", message: "" } },
    { type: "timer-fired", ...stamp, timerId },
    {
      type: "conversation-started",
      ...stamp,
      locale: "en",
      channel: "web",
      contactId: "c",
      context: {},
      contact: {},
    },
  ];
}

const words = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("１２", "12", "caf\u00e9", "cafe\u0301", "👨‍👩‍👧", "שלום", "订单", ""),
);
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  words,
  fc.array(words, { maxLength: 3 }),
  fc.dictionary(words, fc.integer(), { maxKeys: 3 }),
);

describe("P7 conditions", () => {
  const holds = (source: string, vars: { readonly [name: string]: Json }) =>
    compileExpression(`(${source}) ? true : false`).evaluate(vars);

  test("not, and, or obey their laws over all values", () => {
    const laws = [
      ["!(a && b)", "!a || !b"],
      ["!(a || b)", "!a && !b"],
      ["a && (b || c)", "(a && b) || (a && c)"],
      ["!!a", "a"],
      ["a and b", "b and a"],
      ["a or b", "b or a"],
      ["a != b", "!(a == b)"],
      ["a <= b", "!(a > b)"],
    ] as const;
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        for (const [left, right] of laws) expect(holds(left, { a, b, c })).toBe(holds(right, { a, b, c }));
      }),
      RUNS,
    );
  });

  test("comparing is a total order: one of <, ==, > holds, turned round and carried on", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(["a < b", "a == b", "a > b"].filter((source) => holds(source, { a, b }))).toHaveLength(1);
        expect(compareValues(a, b) + compareValues(b, a)).toBe(0);
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0)
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test("texts are equal exactly when their NFC forms are", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(holds("a == b", { a, b })).toBe(a.normalize("NFC") === b.normalize("NFC"));
        expect(holds("a == b", { a, b: a.normalize("NFD") })).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("P8 templates", () => {
  test("what a value brings is shown as it is, whatever braces it holds", () => {
    const braces = fc.array(
      fc.oneof(words, fc.constantFrom("{{", "}}", "{{ secret }}", "\\{{", "\u0024{secret}")),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(braces, braces, (before, brought) => {
        const said = brought.join("");
        const quiet = before.join("").replaceAll("{", "").replaceAll("\\", "");
        const rendered = compileTemplate(`${quiet}{{ said }}|{{ said }}`).render({
          vars: { said, secret: "秘密" },
          locale: "zh-CN",
        });
        expect(rendered).toBe(`${quiet}${said}|${said}`);
      }),
      RUNS,
    );
  });

  test("what a customer typed is never evaluated on its way through a talk", () => {
    fc.assert(
      fc.property(randomBundle, randomActions, (bundle, actions) => {
        const { effects } = play(
          compile(bundle),
          actions.map((action) => (action.type === "text" ? { type: "text", text: "{{ 40 + 2 }}" } : action)),
        );
        expect(JSON.stringify(effects.filter((effect: Effect) => effect.type === "say"))).not.toContain(
          '"42"',
        );
      }),
      RUNS,
    );
  });
});
