import { expect, test } from "vitest";
import type { KnownBase } from "#flows/checks/check-bases.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { type Problem, toProblem } from "#flows/kernel/problem.ts";
import { createCheckScheduler, keepIdentity, type Timers } from "./check-scheduler.ts";

/** Time that moves when it is told to, and a little with each look at the clock, as work takes time. */
function createClock(lookMs: number) {
  let now = 0;
  const waiting: { at: number; run: () => void }[] = [];
  const timers: Timers = {
    now: () => {
      now += lookMs;
      return now;
    },
    after: (ms, run) => {
      const entry = { at: now + ms, run };
      waiting.push(entry);
      return () => {
        if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
      };
    },
  };
  const turn = (ms: number) => {
    now += ms;
    const due = waiting.filter(({ at }) => at <= now);
    for (const entry of due) {
      waiting.splice(waiting.indexOf(entry), 1);
      entry.run();
    }
    return due.length;
  };
  return { timers, turn };
}

const draw = (text: string): Bundle =>
  bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        say: { kind: "message", config: { blocks: [{ type: "text", text }] } },
        end: { kind: "end" },
      },
      wires: ["start.next -> say", "say.next -> end"],
    }),
  );

test("the first document is checked at once, an edit after a moment of quiet, and only the last of many", () => {
  const published: (readonly Problem[])[] = [];
  const { timers, turn } = createClock(0);
  const checking = createCheckScheduler((problems) => published.push(problems), { timers });
  checking.request(draw("好"));
  turn(0);
  expect(published).toEqual([[]]);

  for (const text of ["{{ a", "{{ a }", "{{ abc }}"]) {
    checking.request(draw(text));
    turn(50);
  }
  expect(published).toHaveLength(1);
  turn(80);
  expect(published[1]?.map(({ facts }) => facts.name)).toEqual(["abc"]);
});

test("a long check stops for breath, and an edit in the middle of it begins anew", () => {
  const published: (readonly Problem[])[] = [];
  const { timers, turn } = createClock(2);
  const checking = createCheckScheduler((problems) => published.push(problems), { timers });
  checking.request(draw("{{ old }}"));
  turn(0);
  expect(published).toEqual([]);
  checking.request(draw("{{ new }}"));
  for (let turns = 0; turns < 50 && published.length === 0; turns += 1) turn(100);
  expect(published.map((problems) => problems.map(({ facts }) => facts.name))).toEqual([["new"]]);
});

test("stopped, it says nothing more", () => {
  const published: (readonly Problem[])[] = [];
  const { timers, turn } = createClock(0);
  const checking = createCheckScheduler((problems) => published.push(problems), { timers });
  checking.request(draw("好"));
  checking.stop();
  turn(1_000);
  expect(published).toEqual([]);
});

test("a problem that stays is the same object, and a list that stays the same list", () => {
  const problem = (code: string): Problem => ({
    severity: "error",
    code,
    flowId: "main",
    nodeId: null,
    path: null,
    facts: {},
    text: { "zh-CN": code, en: code },
  });
  const before = [problem("a"), problem("b")];
  expect(keepIdentity(before, [problem("a"), problem("b")])).toBe(before);
  const after = keepIdentity(before, [problem("b"), problem("c")]);
  expect(after[0]).toBe(before[1]);
});

test("a message is held against the channels of the bot", () => {
  const published: (readonly Problem[])[] = [];
  const { timers, turn } = createClock(0);
  const checking = createCheckScheduler((problems) => published.push(problems), {
    timers,
    channels: ["web", "wechat-oa"],
  });
  checking.request(draw("长".repeat(1_000)));
  turn(0);
  expect(published.flat().map(({ code }) => code)).toEqual(["text_too_long"]);
});

test("a base that a node asks is missed as soon as it is known to be gone, and not before", () => {
  const published: (readonly Problem[])[] = [];
  const { timers, turn } = createClock(0);
  let bases: readonly KnownBase[] | undefined;
  const checking = createCheckScheduler((problems) => published.push(problems), {
    timers,
    findBases: () => bases,
  });
  const faq = { kind: "faq", config: { faqSets: [], bases: ["01890000-0000-7000-8000-000000000001"] } };
  const bundle = bundleSchema.parse(
    drawBundle({ nodes: { start: { kind: "start" }, faq }, wires: ["start.next -> faq"] }),
  );
  const codesOf = (ms: number) => {
    checking.request(bundle);
    turn(ms);
    return published.at(-1)?.map(({ code }) => code) ?? [];
  };
  const before = codesOf(0);
  bases = [];
  expect(codesOf(1_000).filter((code) => !before.includes(code))).toEqual(["missing_base"]);
});

test("what else is known of a document is shown with what the check finds, and goes with it", () => {
  const published: (readonly Problem[])[] = [];
  const { timers, turn } = createClock(0);
  const known = new Set<Bundle>();
  const more = toProblem("unused_variable", { flowId: "main", severity: "warning" }, { name: "x" });
  const checking = createCheckScheduler((problems) => published.push(problems), {
    timers,
    listMore: (bundle) => (known.has(bundle) ? [more] : []),
  });
  const first = draw("好");
  known.add(first);
  checking.request(first);
  turn(0);
  expect(published.at(-1)).toEqual([more]);
  checking.request(draw("好的"));
  turn(1_000);
  expect(published.at(-1)).toEqual([]);
});
