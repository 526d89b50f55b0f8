import { describe, expect, test } from "vitest";
import type { Drawing } from "../kernel/draw-flow.ts";
import { check, message, START } from "./fixtures/say-problems.ts";

describe("the first answer on 公众号", () => {
  const ask = { kind: "ask", config: { question: "订单号？", variable: "no" } };
  const rest = (durationMs: number) => ({ kind: "delay", config: { durationMs } });
  const slow = (drawing: Drawing, channels: readonly string[] = ["web", "wechat-oa"]) =>
    check({ ...drawing, variables: [{ name: "no", type: "text" }] }, {}, channels)
      .filter(({ code }) => code === "slow_first_answer")
      .map(({ nodeId }) => nodeId);
  const wires = ["start.next -> ask", "ask.answered -> set", "set.next -> rest", "rest.next -> done"];
  const set = {
    kind: "set-variable",
    config: { assignments: [{ variable: "no", op: "set", value: { type: "expression", source: "no" } }] },
  };
  const nodes = { start: START, ask, set, rest: rest(6_000), done: message("好") };

  test("comes before a wait of more than five seconds", () => {
    expect(slow({ nodes, wires })).toEqual(["rest"]);
    expect(slow({ nodes: { ...nodes, set: message("正在查询") }, wires })).toEqual([]);
    expect(slow({ nodes: { ...nodes, rest: rest(3_000) }, wires })).toEqual([]);
    expect(slow({ nodes, wires: [...wires.slice(0, 1), "ask.timeout -> rest"] })).toEqual([]);
  });

  test("is nobody's concern elsewhere", () => {
    expect(slow({ nodes, wires }, ["web", "wechat-kf"])).toEqual([]);
  });

  test("a reviewed answer counts as one", () => {
    const faq = (reply: boolean) => ({ kind: "faq", config: { faqSets: ["s"], reply } });
    const drawn = (reply: boolean) => ({
      nodes: { start: START, faq: faq(reply), rest: rest(6_000) },
      wires: ["start.next -> faq", "faq.hit -> rest"],
    });
    expect([slow(drawn(true)), slow(drawn(false))]).toEqual([[], ["rest"]]);
  });
});
