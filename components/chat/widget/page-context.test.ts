import { describe, expect, test } from "vitest";
import { scanJson } from "#server/http/scan-json.ts";
import { startBodySchema } from "#server/http/schemas/requests.ts";
import { parseContextAttribute, parsePageContext } from "./page-context.ts";
import { parseHostMessage } from "./port-messages.ts";

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

describe("a page's context", () => {
  test.each([
    {},
    { page: "/cart", total: 12.5, vip: true, coupon: null, items: [{ sku: "A1", 名称: "边几 😀" }] },
    { a: "x".repeat(7_992) },
    { ["k".repeat(64)]: 1 },
    nested(32),
  ])("that the API takes is copied as it is (%#)", (context) => {
    expect(parsePageContext(context)).toEqual(context);
    expect(scanJson(JSON.stringify({ context }))).toBeNull();
    expect(startBodySchema.safeParse({ context }).success).toBe(true);
  });

  test("is made plain: what JSON does not know is left out, and later changes of the page do not reach it", () => {
    const mine = { when: new Date(0), go: () => 1, gone: undefined, list: ["a"] };
    const context = parsePageContext(mine);
    mine.list.push("b");
    expect(context).toEqual({ when: "1970-01-01T00:00:00.000Z", list: ["a"] });
  });

  const circle: Record<string, unknown> = {};
  circle.self = circle;
  test.each<[string, unknown]>([
    ["text", "page"],
    ["nothing", null],
    ["a list", [1]],
    ["a circle", circle],
    ["a big integer", { id: 1n }],
    ["too much", { a: "x".repeat(8_000) }],
    ["an empty name", { "": 1 }],
    ["a long name", { ["k".repeat(65)]: 1 }],
    ["a deep one", nested(33)],
    ["a way to prototypes", { a: JSON.parse('{"__proto__": 1}') }],
    ["NUL", { a: "\0" }],
    ["half a character", { a: ["\ud83d"] }],
  ])("that is %s is none", (_what, value) => {
    expect(parsePageContext(value)).toBeNull();
  });

  test("is read from an attribute, when it is JSON", () => {
    expect(parseContextAttribute('{"page":"/cart"}')).toEqual({ page: "/cart" });
    for (const text of ["", "page=/cart", "[1]", "{'page': 1}"])
      expect(parseContextAttribute(text)).toBeNull();
  });
});

describe("the word of the page to the chat", () => {
  const configure = { type: "configure", identity: null, locale: null, isVisible: true, isFresh: false };

  test("brings the context, and none from a loader that knows of none yet", () => {
    expect(parseHostMessage({ ...configure, context: { page: "/" } })).toEqual({
      ...configure,
      context: { page: "/" },
    });
    expect(parseHostMessage(configure)).toEqual({ ...configure, context: null });
    expect(parseHostMessage({ type: "set-context", context: { page: "/" } })).toEqual({
      type: "set-context",
      context: { page: "/" },
    });
  });

  test("with anything else for a context is dropped", () => {
    expect(parseHostMessage({ ...configure, context: "x" })).toBeNull();
    expect(parseHostMessage({ type: "set-context", context: [1] })).toBeNull();
    expect(parseHostMessage({ type: "set-context" })).toBeNull();
  });
});
