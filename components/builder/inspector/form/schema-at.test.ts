import { describe, expect, it } from "vitest";
import { definitions } from "#flows/nodes/index.ts";
import { getAt, isWithin, toIndexIn, toKeys } from "./config-path.ts";
import { limitsOf, schemaAt } from "./schema-at.ts";

describe("schemaAt", () => {
  it("finds every field that a kind's form names", () => {
    for (const [kind, definition] of Object.entries(definitions)) {
      for (const { path } of definition.form) {
        expect(schemaAt(definition.config, path, {}), `${kind} ${path}`).not.toBeNull();
      }
    }
  });

  it("knows what counts while nothing is stored", () => {
    expect(schemaAt(definitions.ask.config, "retries", {})?.fallback).toBe(2);
    expect(schemaAt(definitions.form.config, "fields[0].required", { fields: [{}] })?.fallback).toBe(true);
  });

  it("follows the variant that is there", () => {
    const card = { blocks: [{ type: "card", title: "" }] };
    expect(schemaAt(definitions.message.config, "blocks[0].title", card)?.isText).toBe(true);
    expect(schemaAt(definitions.message.config, "blocks[0].url", card)).toBeNull();
  });

  it("tells texts for customers from plain ones", () => {
    expect(schemaAt(definitions.clarify.config, "noneLabel", {})?.isText).toBe(true);
    expect(schemaAt(definitions["ab-split"].config, "experiment", {})?.isText).toBe(false);
  });

  it("reads limits", () => {
    const field = schemaAt(definitions.loop.config, "iterationsMax", {});
    expect(field && limitsOf(field)).toEqual({ min: 1, max: 100 });
  });
});

describe("config paths", () => {
  it("cuts and follows paths", () => {
    expect(toKeys("branches[2].when.groups[0].rules[11].left")).toEqual([
      "branches",
      2,
      "when",
      "groups",
      0,
      "rules",
      11,
      "left",
    ]);
    expect(getAt({ a: [{ b: 1 }] }, "a[0].b")).toBe(1);
    expect(getAt({ a: [] }, "a[0].b")).toBeUndefined();
    expect(getAt({ a: "text" }, "a.length")).toBeUndefined();
  });

  it("tells which item of a list a path means", () => {
    expect(toIndexIn("options[3].label", "options")).toBe(3);
    expect(toIndexIn("optionsMore[3]", "options")).toBeNull();
    expect(isWithin("options[3].label", "options")).toBe(true);
    expect(isWithin("optional", "option")).toBe(false);
  });
});
