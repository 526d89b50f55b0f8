import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { abSplitNode } from "./definition.ts";

const HALVES = [
  { id: "a", percent: 50 },
  { id: "b", percent: 50 },
];

function talk(contactId: string, config: JsonObject) {
  const chat = converse(
    drawBundle({
      nodes: { start: { kind: "start" }, split: { kind: "ab-split", config } },
      wires: ["start.next -> split"],
    }),
    { registry, contactId },
  );
  chat.start();
  return chat;
}

function variantOf(contactId: string, config: JsonObject) {
  return talk(contactId, config).path.find((step) => step.startsWith("split."));
}

test("shows one customer always the same, whatever else chance brings", () => {
  const first = variantOf("contact-7", { variants: HALVES });
  for (let visit = 0; visit < 20; visit += 1)
    expect(variantOf("contact-7", { variants: HALVES })).toBe(first);
});

test("deals customers by share", () => {
  const variants = [
    { id: "a", percent: 90 },
    { id: "b", percent: 10 },
  ];
  const config = { experiment: "greeting", variants };
  const rare = Array.from({ length: 1_000 }, (_, i) => variantOf(`contact-${i}`, config)).filter(
    (v) => v === "split.b",
  );
  // Four standard deviations around 100 of 1,000.
  expect(Math.abs(rare.length - 100)).toBeLessThan(38);
});

test("deals anew for another experiment", () => {
  const ids = Array.from({ length: 100 }, (_, i) => `contact-${i}`);
  const moved = ids.filter(
    (id) =>
      variantOf(id, { experiment: "one", variants: HALVES }) !==
      variantOf(id, { experiment: "two", variants: HALVES }),
  );
  expect(moved.length).toBeGreaterThan(25);
  expect(moved.length).toBeLessThan(75);
});

test("counts who saw which", () => {
  const chat = talk("contact-1", { experiment: "greeting", variants: [{ id: "only", percent: 100 }] });
  expect(chat.effects).toContainEqual({
    type: "record-metric",
    name: "exposure",
    facts: { experiment: "greeting", variant: "only", flowId: "main", nodeId: "split" },
  });
});

test("never takes a variant of no share", () => {
  const variants = [
    { id: "off", percent: 0 },
    { id: "on", percent: 100 },
  ];
  for (let i = 0; i < 50; i += 1) expect(variantOf(`c${i}`, { variants })).toBe("split.on");
});

test("tells the author when shares do not add up or there is nothing to compare", () => {
  const check = (variants: JsonObject[]) =>
    abSplitNode.check?.(abSplitNode.config.parse({ variants }), Object({})).map(({ code }) => code);
  expect(check([{ id: "a", percent: 60 }])).toEqual(["few_variants", "percent_not_whole"]);
  expect(check([1, 2, 3].map((n) => ({ id: `v${n}`, percent: 33.33 })))).toEqual([]);
  expect(
    check([
      { id: "error", percent: 50 },
      { id: "b", percent: 50 },
    ]),
  ).toEqual(["reserved_id"]);
});
