import { describe, expect, it } from "vitest";
import { definitions } from "#flows/nodes/index.ts";
import { setAt } from "./config-path.ts";
import { setField } from "./set-field.ts";

const ask = definitions.ask.config;

describe("setAt", () => {
  it("leaves what it does not touch as it is", () => {
    const before = { a: [{ b: 1 }, { b: 2 }], c: {} };
    const after = setAt(before, "a[1].b", 3);
    expect(after).toEqual({ a: [{ b: 1 }, { b: 3 }], c: {} });
    expect((after as typeof before).a[0]).toBe(before.a[0]);
    expect((after as typeof before).c).toBe(before.c);
  });

  it("keeps the order of keys", () => {
    expect(Object.keys(setAt({ a: 1, b: 2 }, "a", 3) ?? {})).toEqual(["a", "b"]);
  });
});

describe("setField", () => {
  it("makes the group of a field and takes it away with its last field", () => {
    const one = setField({ question: "?" }, ask, { path: "reminder.afterMs", value: 60_000 });
    expect(one).toEqual({ question: "?", reminder: { afterMs: 60_000 } });
    const two = setField(one, ask, { path: "reminder.text", value: "还在吗" });
    const three = setField(two, ask, { path: "reminder.text", value: "" });
    expect(setField(three, ask, { path: "reminder.afterMs", value: undefined })).toEqual({ question: "?" });
  });

  it("keeps a required text, also when it is empty", () => {
    expect(setField({ question: "?" }, ask, { path: "question", value: "" })).toEqual({ question: "" });
  });

  it("takes an optional text out when it is emptied", () => {
    expect(setField({ question: "", hint: "x" }, ask, { path: "hint", value: "" })).toEqual({ question: "" });
  });

  it("keeps a value that does not fit", () => {
    expect(setField({ question: "" }, ask, { path: "retries", value: "many" })).toEqual({
      question: "",
      retries: "many",
    });
  });
});
