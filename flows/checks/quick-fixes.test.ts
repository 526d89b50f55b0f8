import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Drawing, drawBundle } from "../kernel/draw-flow.ts";
import { randomBundle } from "../kernel/fixtures/random-flows.ts";
import { type Bundle, type BundleInput, bundleSchema } from "../kernel/flow.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Problem } from "../kernel/problem.ts";
import { validateBundle } from "../kernel/validate.ts";
import { definitionRegistry } from "../nodes/index.ts";
import { fixAllSafe, listQuickFixes } from "./quick-fixes.ts";

const check = (bundle: Bundle) => validateBundle(bundle, definitionRegistry);
const errors = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === "error");
/** A circle that lost one of its nodes is still the same one. */
const toKey = ({ code, flowId, nodeId, path, facts }: Problem) =>
  JSON.stringify(code === "endless_cycle" ? [code, flowId] : [code, flowId, nodeId, path, facts]);

function createIds() {
  let count = 0;
  return () => {
    count += 1;
    return `fix${count}`;
  };
}

describe("any fix of any flow", () => {
  test("takes its problem away, brings no error in, and leaves a document that still parses", () => {
    fc.assert(
      fc.property(randomBundle, fc.nat(), (bundle, seed) => {
        const before = check(bundle);
        const known = new Set(errors(before).map(toKey));
        const fixable = before.flatMap((problem) =>
          listQuickFixes(bundle, problem).map((fix) => ({ problem, fix })),
        );
        const picked = fixable[seed % Math.max(fixable.length, 1)];
        if (picked === undefined) return;
        const fixed = picked.fix.apply(bundle, createIds());
        const after = check(fixed);
        const added = errors(after).filter((problem) => !known.has(toKey(problem)));
        expect(
          added.map(({ text }) => text.en),
          `${picked.problem.code} ${picked.fix.id}`,
        ).toEqual([]);
        expect(after.map(toKey), picked.fix.id).not.toContain(toKey(picked.problem));
        expect(bundleSchema.parse(fixed)).toEqual(fixed);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  test("all safe ones at once leave fewer problems, and a second time nothing to do", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const before = check(bundle);
        const ids = createIds();
        const { bundle: fixed } = fixAllSafe(bundle, before, ids);
        const known = new Set(errors(before).map(toKey));
        const after = check(fixed);
        expect(errors(after).filter((problem) => !known.has(toKey(problem)))).toEqual([]);
        expect(fixed === bundle || after.length < before.length + 8).toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a fix", () => {
  const START = { kind: "start" };
  const draw = (drawing: Drawing, rest: Omit<BundleInput, "flow"> = {}) =>
    bundleSchema.parse(drawBundle(drawing, rest));

  function apply(bundle: Bundle, code: string, fixId: string): Bundle {
    const problem = check(bundle).find((candidate) => candidate.code === code);
    if (problem === undefined) throw new Error(`no problem "${code}"`);
    const fixes = listQuickFixes(bundle, problem);
    const fix = fixes.find(({ id }) => id === fixId);
    if (fix === undefined) throw new Error(`no fix "${fixId}" among ${fixes.map(({ id }) => id).join()}`);
    return fix.apply(bundle, createIds());
  }

  test("catches an exit that nobody handles with a fallback that asks again", () => {
    const ask = { kind: "ask", config: { question: "几岁？", type: "number" } };
    const bundle = draw({
      nodes: { start: START, ask, end: { kind: "end" } },
      wires: ["start.next -> ask", "ask.answered -> end"],
    });
    const fixed = apply(bundle, "port_not_handled", "wire-fallback");
    const fallback = fixed.flow.nodes.find(({ kind }) => kind === "fallback")?.id;
    expect(fixed.flow.edges.slice(2).map(({ from, port, to }) => `${from}.${port} ${to}`)).toEqual([
      `ask.invalid ${fallback}`,
      `${fallback}.retry ask`,
      `${fallback}.escalate end`,
    ]);
    expect(check(fixed)).toEqual([]);
  });

  test("leads an open exit to the node that nothing reaches", () => {
    const say = { kind: "message", config: { blocks: [{ type: "text", text: "好" }] } };
    const bundle = draw({ nodes: { start: START, a: say, end: { kind: "end" } }, wires: ["a.next -> end"] });
    expect(check(apply(bundle, "port_not_wired", "wire-orphan"))).toEqual([]);
  });

  test("leads a second open exit to the same fallback, and an open next to the nearest end", () => {
    const say = { kind: "message", config: { blocks: [{ type: "text", text: "好" }] } };
    const bundle = draw({ nodes: { start: START, a: say }, wires: ["start.next -> a"] });
    const fixed = apply(bundle, "port_not_wired", "wire-end");
    expect(fixed.flow.nodes.at(-1)?.kind).toBe("end");
    expect(check(fixed)).toEqual([]);
  });

  test("takes the variable that was meant, or makes the one that is missing with the type it is used as", () => {
    const say = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });
    const bundle = draw({
      nodes: { start: START, a: say("{{ oder_no }}"), b: say("{{ total * 2 }}"), end: { kind: "end" } },
      wires: ["start.next -> a", "a.next -> b", "b.next -> end"],
      variables: [{ name: "order_no", type: "text", default: "x" }],
    });
    const renamed = apply(bundle, "unknown_variable", "use-order_no");
    expect(JSON.stringify(renamed.flow.nodes[1]?.config)).toContain("{{ order_no }}");
    const created = apply(renamed, "unknown_variable", "create-variable");
    expect(created.flow.variables.at(-1)).toMatchObject({ name: "total", type: "number" });
  });

  test("puts a guarded variable in the place of a key, and empties a default that holds one", () => {
    const bundle = draw({
      nodes: {
        start: START,
        a: { kind: "message", config: { blocks: [{ type: "text", text: "key AKIAIOSFODNN7EXAMPLE!" }] } },
      },
      wires: ["start.next -> a"],
      variables: [{ name: "secret", type: "text", default: "AKIAIOSFODNN7EXAMPLE" }],
    });
    const fixed = apply(
      apply(bundle, "plain_secret", "replace-secret"),
      "plain_secret_in_variable",
      "clear-default",
    );
    expect(JSON.stringify(fixed)).not.toContain("AKIA");
    expect(fixed.flow.variables.at(-1)).toMatchObject({ name: "secret_2", dataClass: "core" });
  });

  test("raises the class of personal data, and copies a text for the language that lacks it", () => {
    const both = { "zh-CN": "好", en: "Good" };
    const say = (text: JsonObject) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });
    const bundle = draw({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: both, type: "phone", variable: "phone" } },
        a: say(both),
        c: say(both),
        b: say({ "zh-CN": "只有中文" }),
      },
      variables: [{ name: "phone", type: "text" }],
    });
    const guarded = apply(bundle, "personal_data_unguarded", "guard-variable");
    expect(guarded.flow.variables[0]?.dataClass).toBe("important");
    const copied = apply(guarded, "text_missing_language", "copy-language");
    expect(copied.flow.nodes.at(-1)?.config).toMatchObject({
      blocks: [{ text: { "zh-CN": "只有中文", en: "只有中文" } }],
    });
  });

  test("does nothing to a document in which its problem is gone", () => {
    const bundle = draw({ nodes: { start: START } });
    const [problem] = check(bundle);
    const [fix] = problem === undefined ? [] : listQuickFixes(bundle, problem);
    const empty = draw({ nodes: { other: START, end: { kind: "end" } }, wires: ["other.next -> end"] });
    expect(fix?.apply(empty, createIds())).toBe(empty);
  });
});
