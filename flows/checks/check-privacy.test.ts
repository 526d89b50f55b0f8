import { describe, expect, test } from "vitest";
import { START, say } from "./fixtures/say-problems.ts";

describe("personal data", () => {
  const ask = (config: object, dataClass: "general" | "important" | "core") =>
    say({
      nodes: { start: START, ask: { kind: "ask", config: { variable: "v", ...config } } },
      variables: [{ name: "v", type: "text", dataClass }],
    });

  test("goes into a variable that is masked", () => {
    expect(ask({ question: "手机号？", type: "phone" }, "general")).toEqual([
      "personal_data_unguarded variable",
    ]);
    expect(ask({ question: "手机号？", type: "phone" }, "important")).toEqual([]);
    expect(ask({ question: "怎么称呼您？" }, "general")).toEqual(["personal_data_unguarded variable"]);
    expect(ask({ question: "商品名称？" }, "general")).toEqual([]);
  });

  test("an identity number is not asked for without a word on why", () => {
    expect(ask({ question: "请输入身份证号" }, "core")).toEqual(["no_consent variable"]);
    expect(ask({ question: "请输入身份证号，仅用于开户，提交即表示同意《隐私政策》" }, "core")).toEqual([]);
  });
});
