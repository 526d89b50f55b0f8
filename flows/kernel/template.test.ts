import { describe, expect, test } from "vitest";
import type { JsonObject } from "./json.ts";
import { compileTemplate } from "./template.ts";
import type { Locale } from "./text.ts";

const render = (source: string, vars: JsonObject = {}, locale: Locale = "zh-CN") =>
  compileTemplate(source).render({ vars, locale });

describe("render", () => {
  test.each([
    ["没有变量", "没有变量"],
    ["您好，{{ name }}！", "您好，小林！"],
    ["{{name}}{{ name }}", "小林小林"],
    ["{{ missing }}|{{ missing.deeper }}", "|"],
    ["{{ 1 / 0 }}坏的不影响其余", "坏的不影响其余"],
    ["{{ 1 + }}也不影响", "也不影响"],
    ["{{ '}}' + name }}", "}}小林"],
    ["{{ {a: {b: 1}}.a.b }}", "1"],
    ["没有结束 {{ name", "没有结束 {{ name"],
    ["\\{{ name }}", "{{ name }}"],
    ["{ name } 和 }}", "{ name } 和 }}"],
    ["", ""],
  ])("%j", (source, text) => {
    expect(render(source, { name: "小林" })).toBe(text);
  });

  test("writes values as the reader's language does", () => {
    const vars = { list: ["红", 2, true], sum: 0.1 + 0.2, big: 202603011234, map: { a: 1 } };
    expect(render("{{ list }} {{ sum }} {{ big }} {{ map }}", vars)).toBe(
      '红、2、是 0.3 202603011234 {"a":1}',
    );
    expect(render("{{ list }} {{ false }}", vars, "en")).toBe("红, 2, yes no");
  });

  test("never evaluates what a value brings", () => {
    const evil = "{{ secret }} \\{{ x }} \u0024{1} {{";
    expect(render("{{ said }}|{{ secret }}", { said: evil, secret: "s" })).toBe(`${evil}|s`);
  });

  test("cuts what no channel would take", () => {
    expect(render("{{ a }}{{ a }}", { a: "x".repeat(15_000) })).toHaveLength(20_000);
  });
});

test("lists its variables and its errors with their place in the whole text", () => {
  const template = compileTemplate("您好 {{ name }}，共 {{ order.total + }} 元 {{ len( }}");
  expect(template.variables).toEqual(["name"]);
  expect(template.errors.map(({ code, at }) => [code, at])).toEqual([
    ["unexpected_token", 33],
    ["unexpected_token", 46],
  ]);
  expect(compileTemplate("{{ open").errors).toHaveLength(1);
});
