import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { validateBundle, validateInSteps } from "../kernel/validate.ts";
import { definitionRegistry } from "../nodes/index.ts";
import { check, message, START } from "./fixtures/say-problems.ts";

test("what a kind says of its own is named by node and field, in plain words", () => {
  const nodes = {
    start: START,
    jump: { kind: "jump", title: "回去", config: { target: "" } },
    say: { kind: "message", title: "欢迎", config: {} },
    what: { kind: "intent", title: "想要什么", config: { intents: [{ id: "a", name: "退货" }] } },
  };
  const texts = check({ nodes }).map(({ text }) => text["zh-CN"]);
  expect(texts).toContain("「回去」的「跳到哪个节点」还没有填写。");
  expect(texts).toContain("「欢迎」的「内容」：这里还没有填写");
  expect(texts.filter((text) => text.startsWith("「想要什么」：")).length).toBeGreaterThan(0);
});

test("a jump to a node that is gone is an error", () => {
  const nodes = { start: START, jump: { kind: "jump", config: { target: "gone" } } };
  expect(check({ nodes, wires: ["start.next -> jump"] })).toMatchObject([
    { code: "missing_node", severity: "error", path: "target" },
  ]);
});

test("checked in steps, a bundle gets the same answer, and what was not edited is not worked out again", () => {
  const bundle = bundleSchema.parse(drawBundle({ nodes: { start: START, a: message("{{ x }}") } }));
  const steps = validateInSteps(bundle, definitionRegistry);
  let taken = 0;
  for (let step = steps.next(); ; step = steps.next(), taken += 1) {
    if (!step.done) continue;
    expect(step.value).toEqual(validateBundle(bundle, definitionRegistry));
    break;
  }
  expect(taken).toBeGreaterThan(3);
});
