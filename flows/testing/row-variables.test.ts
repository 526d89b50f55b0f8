import { expect, test } from "vitest";
import type { FlowVariable } from "../kernel/flow.ts";
import type { JsonObject } from "../kernel/json.ts";
import { readRowVariables, writeRowVariables } from "./row-variables.ts";

const VARIABLES: readonly FlowVariable[] = (["text", "number", "boolean", "list", "object"] as const).map(
  (type) => ({ name: type, type, scope: "conversation", default: null, dataClass: "general" }),
);
const read = (cell: string) => readRowVariables(cell, VARIABLES);

test.each<[cell: string, values: JsonObject]>([
  ["", {}],
  ["text=小林", { text: "小林" }],
  ["text：小林；number=1.5", { text: "小林", number: 1.5 }],
  ["text=a;b\nboolean=否", { text: "a;b", boolean: false }],
  ["text=; number=", { text: "", number: null }],
  ['list=["a"]\nobject={"a": 1}', { list: ["a"], object: { a: 1 } }],
  ['{"text": 12, "number": "3", "boolean": true}', { text: "12", number: 3, boolean: true }],
])("%j is read as %j", (cell, values) => {
  expect(read(cell)).toEqual({ ok: true, values });
});

test.each([
  ["number=很多", "wrong-value", "number"],
  ["boolean=maybe", "wrong-value", "boolean"],
  ["list={}", "wrong-value", "list"],
  ["object=[]", "wrong-value", "object"],
  ['{"text": {}}', "wrong-value", "text"],
  ["__proto__=1", "unknown-variable", "__proto__"],
  ["text=a; vip", "unreadable", "vip"],
  ["{broken", "unreadable", "{broken"],
])("%j is refused as %s", (cell, type, name) => {
  expect(read(cell)).toEqual({ ok: false, type, name });
});

test("what is written is read as the same again", () => {
  const all: readonly JsonObject[] = [
    { text: "小林", number: 2, boolean: true },
    { text: "a; b" },
    { text: " 空 ", number: null },
    { list: ["x;y"], object: { a: [1] } },
    { text: "第一行\n第二行" },
  ];
  for (const values of all) expect(read(writeRowVariables(values))).toEqual({ ok: true, values });
});
