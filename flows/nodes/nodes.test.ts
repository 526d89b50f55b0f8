import { expect, test } from "vitest";
import { z } from "zod";
import { LOCALES } from "../kernel/text.ts";
import { executors } from "./executors.ts";
import { definitionRegistry, definitions, type NodeKind } from "./index.ts";
import { nodeRegistry } from "./registry.ts";

const KINDS = Object.entries(definitions).map(([kind, definition]) => ({ kind, definition }));

/** Ports that a config with all its switches on shows beside those of a fresh node. */
const SWITCHED_ON: { readonly [Kind in NodeKind]?: object } = {
  ask: { question: "?", skippable: true, timeoutMs: 60_000 },
  choice: { question: "?", multiple: true, timeoutMs: 60_000 },
  form: { fields: [], timeoutMs: 60_000 },
  clarify: { source: "x", timeoutMs: 60_000 },
};

test.each(KINDS)("$kind starts with a config that parses", ({ definition }) => {
  expect(definition.config.safeParse(definition.defaults()).success).toBe(true);
});

test.each(KINDS)("$kind has the same texts in both languages, none of them empty", ({ definition }) => {
  const [zh, en] = LOCALES.map((locale) => listPaths(definition.messages[locale]));
  expect(en).toEqual(zh);
  for (const locale of LOCALES) {
    for (const text of listTexts(definition.messages[locale])) expect(text.trim()).not.toBe("");
  }
});

test.each(KINDS)("$kind names every port that the author does not name", ({ kind, definition }) => {
  const configs = [definition.defaults(), { ...definition.defaults(), ...pick(SWITCHED_ON, kind) }];
  for (const config of configs) {
    const ports = readPorts(definition, config);
    expect(new Set(ports.map(({ id }) => id)).size).toBe(ports.length);
    for (const port of ports) {
      const isNamed = port.label !== undefined || Object.hasOwn(definition.messages.en.ports, port.id);
      // A branch or group without a name is shown by its id.
      expect(isNamed || /^(?:branch|group)-1$/.test(port.id), port.id).toBe(true);
    }
  }
});

test.each(KINDS)("$kind has the ports that it says circumstances lead to", ({ definition }) => {
  const known = readPorts(definition, definition.defaults()).map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(Object.values(definition.circumstancePorts ?? {})));
});

test.each(KINDS)(
  "$kind has a name for each field, and each field is a place in the config",
  ({ definition }) => {
    const known = listSchemaPaths(z.toJSONSchema(definition.config, { io: "input", unrepresentable: "any" }));
    const fields = Object.keys(definition.messages.en.fields);
    for (const { path, when } of definition.form) {
      expect(fields).toContain(path);
      expect(known).toContain(path);
      if (when) expect(known).toContain(when.path);
    }
    for (const path of [...fields, ...Object.keys(listOf(definition.messages.en, "help"))])
      expect(known).toContain(path);
  },
);

test.each(KINDS)("$kind names every value that can be selected, and offers no other", ({ definition }) => {
  for (const field of definition.form.filter(({ widget }) => widget === "select")) {
    expect(field.values?.length).toBeGreaterThan(1);
    for (const value of field.values ?? []) {
      expect(Object.keys(listOf(definition.messages["zh-CN"], "values"))).toContain(value);
    }
  }
});

test.each(KINDS)("$kind has an executor that resumes if it ever waits", ({ kind, definition }) => {
  const executor = new Map(Object.entries(executors)).get(kind);
  expect(executor?.enter).toBeTypeOf("function");
  if (definition.mode === "waits") expect(executor?.resume).toBeTypeOf("function");
});

test("joins every kind with its behaviour, and shows the editor none of it", () => {
  expect(Object.keys(nodeRegistry)).toEqual(Object.keys(definitions));
  expect(Object.values(definitionRegistry).every((entry) => Object.keys(entry).join() === "definition")).toBe(
    true,
  );
});

test("keeps the names of kinds and ports: flows that are stored hold them", () => {
  const names = Object.fromEntries(
    KINDS.map(({ kind, definition }) => [kind, Object.keys(definition.messages.en.ports).join(" ")]),
  );
  expect(names).toEqual({
    start: "next",
    intent: "ambiguous none",
    "kb-search": "found not-found",
    "graph-query": "found not-found",
    keyword: "else",
    clarify: "picked none timeout",
    extract: "complete missing",
    language: "zh en ja ko ru ar th vi fr de es pt it id other",
    sentiment: "risk negative neutral positive",
    faq: "hit suggest miss",
    "log-gap": "next",
    message: "next",
    ask: "answered invalid skipped timeout",
    choice: "picked other timeout",
    form: "submitted cancelled timeout",
    condition: "else",
    "set-variable": "next",
    "business-hours": "open closed holiday",
    "ab-split": "",
    loop: "body done limit",
    subflow: "done",
    jump: "",
    delay: "next interrupted",
    "tag-contact": "next",
    moderation: "pass masked blocked",
    fallback: "retry escalate",
    end: "",
  });
});

type Definition = (typeof KINDS)[number]["definition"];

function readPorts(definition: Definition, config: object) {
  const registered = Object.values(definitionRegistry).find((entry) => entry.definition === definition);
  return registered?.definition.ports(definition.config.parse(config)) ?? [];
}

function pick(from: { readonly [kind: string]: object | undefined }, kind: string): object {
  return from[kind] ?? {};
}

function listOf(texts: object, key: "help" | "values"): object {
  return new Map<string, object>(Object.entries(texts)).get(key) ?? {};
}

function listPaths(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => listPaths(item, `${path}/${key}`));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** Paths as forms write them: `options[].label`. */
function listSchemaPaths(schema: unknown, path = ""): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, items, anyOf = [], oneOf = [] } = schemaShape.parse(schema);
  return [
    path,
    ...Object.entries(properties).flatMap(([key, child]) =>
      listSchemaPaths(child, path === "" ? key : `${path}.${key}`),
    ),
    ...listSchemaPaths(items, `${path}[]`),
    ...[...anyOf, ...oneOf].flatMap((child) => listSchemaPaths(child, path)),
  ];
}

const schemaShape = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
