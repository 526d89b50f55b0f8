import { describe, expect, test } from "vitest";
import { check, message, START, say } from "./fixtures/say-problems.ts";

describe("types", () => {
  const variables = [
    { name: "age", type: "number", default: 1 },
    { name: "city", type: "text", default: "x" },
    { name: "items", type: "list", default: [] },
    { name: "order", type: "object", default: {} },
  ] as const;
  const set = (variable: string, source: string) =>
    say({
      nodes: {
        start: START,
        set: {
          kind: "set-variable",
          config: {
            assignments: [{ variable, op: "set", value: { type: "expression", source } }],
          },
        },
        use: message("{{ age }}{{ city }}{{ items }}{{ order }}"),
      },
      variables: [...variables],
    });

  test.each([
    ["age", "age + 1"],
    ["age", "len(city) * 2"],
    ["city", "city + age"],
    ["city", "order.anything"],
    ["items", "slice(items, 0, 3)"],
    ["age", "order.total - 1"],
    ["order", "find(items, 'id', 1)"],
    ["city", "age > 3 ? city : 'no'"],
    ["age", "order.total > 3 ? 1 : 0"],
    ["city", "city == null ? '' : city"],
    ["age", "date"],
  ])("%s = %s is in order", (variable, source) => {
    expect(set(variable, source).filter((line) => !line.startsWith("unknown_variable"))).toEqual([]);
  });

  test.each([
    ["age", "city * 2"],
    ["age", "-city"],
    ["age", "round(city)"],
    ["age", "sum(age)"],
    ["city", "city.name"],
    ["city", "age > city ? 'a' : 'b'"],
    ["city", "city == 5 ? 'a' : 'b'"],
    ["items", "items + age"],
  ])("%s = %s uses a value as what it is not", (variable, source) => {
    expect(set(variable, source)).toEqual(["type_mismatch assignments[0].value.source"]);
  });

  test("an expression goes into a variable of its own type only", () => {
    expect(set("age", "city")).toEqual(["wrong_type_written assignments[0].value.source"]);
    expect(set("items", "city + 1")).toEqual(["wrong_type_written assignments[0].value.source"]);
  });

  test("an answer of one type does not fit a variable of another", () => {
    const [problem] = check({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: "年龄？", type: "text", variable: "age" } },
      },
      variables: [{ name: "age", type: "number" }],
    }).filter(({ code }) => code === "wrong_type_written");
    expect(problem).toMatchObject({
      severity: "error",
      path: "variable",
      text: { "zh-CN": "「提问」把文字存进变量「age」，但它是数字。" },
    });
  });

  test("a number that is stored as text is worth a hint, no more", () => {
    const problems = check({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: "年龄？", type: "number", variable: "age" } },
      },
      variables: [{ name: "age", type: "text" }],
    });
    expect(problems.find(({ code }) => code === "wrong_type_written")?.severity).toBe("warning");
  });

  test("a loop wants a list, and braces in a text are looked at too", () => {
    expect(
      say({
        nodes: {
          start: START,
          loop: { kind: "loop", config: { over: "list", list: "city" } },
          bad: message("{{ city - 1 }}"),
        },
        variables: [{ name: "city", type: "text", default: "x" }],
      }),
    ).toEqual(["type_mismatch list", "type_mismatch blocks[0].text"]);
  });
});
