import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

function run(assignments: readonly JsonObject[], onError?: { readonly mode: "port" }) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        set: { kind: "set-variable", config: { assignments }, ...(onError ? { onError } : {}) },
        end: { kind: "end" },
      },
      wires: ["start.next -> set", "set.next -> end"],
      variables: [
        { name: "count", type: "number", default: 2 },
        { name: "list", type: "list", default: ["a"] },
        { name: "name", type: "text", default: "小林" },
        { name: "empty", type: "text" },
      ],
    }),
    { registry },
  );
  chat.start();
  return chat;
}

function literal(value: JsonObject[string]) {
  return { type: "literal", value };
}

test("sets, appends, counts and clears, from top to bottom", () => {
  const chat = run([
    { variable: "count", op: "inc", value: literal(3) },
    { variable: "count", op: "inc", value: literal(null) },
    { variable: "list", op: "append", value: literal("b") },
    { variable: "list", op: "append", value: literal("c") },
    { variable: "name", op: "clear" },
    { variable: "empty", op: "set", value: literal({ a: [1] }) },
  ]);
  expect(chat.vars).toEqual({ count: 6, list: ["a", "b", "c"], name: null, empty: { a: [1] } });
  expect(chat.ended).toBe(true);
});

test("takes a value from a template or an expression", () => {
  const chat = run([
    { variable: "empty", value: { type: "template", text: "{{ name }}的订单" } },
    { variable: "count", value: { type: "expression", source: "count * 10" } },
  ]);
  expect(chat.vars).toMatchObject({ empty: "小林的订单", count: 20 });
});

test("lets a later line read what an earlier one has set, in templates and in expressions", () => {
  const chat = run([
    { variable: "count", op: "inc", value: literal(3) },
    { variable: "empty", value: { type: "expression", source: "count * 10" } },
    { variable: "list", op: "append", value: { type: "template", text: "{{ count }}/{{ empty }}" } },
    { variable: "name", op: "clear" },
    { variable: "name", value: { type: "expression", source: 'name == null ? "无" : name' } },
  ]);
  expect(chat.vars).toEqual({ count: 5, empty: 50, list: ["a", "5/50"], name: "无" });
});

test("counts from nothing, and from a number that was typed", () => {
  expect(run([{ variable: "empty", op: "inc", value: literal("２".normalize("NFKC")) }]).vars.empty).toBe(2);
});

test("makes a list of what was there when something is appended", () => {
  expect(run([{ variable: "name", op: "append", value: literal("小王") }]).vars.name).toEqual([
    "小林",
    "小王",
  ]);
  expect(run([{ variable: "empty", op: "append", value: literal(1) }]).vars.empty).toEqual([1]);
});

test("takes its error path for what cannot be counted, and changes nothing", () => {
  const chat = run([
    { variable: "count", op: "set", value: literal(9) },
    { variable: "name", op: "inc", value: literal(1) },
  ]);
  expect(chat.vars).toMatchObject({ count: 2, name: "小林" });
  expect(chat.steps.at(-1)?.error?.code ?? chat.steps.find(({ error }) => error)?.error?.code).toBe(
    "not_a_number",
  );
});

test("goes on with nothing to do", () => {
  expect(run([]).ended).toBe(true);
});
