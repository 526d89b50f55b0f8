import { describe, expect, test } from "vitest";
import { APOLOGY, START, say, talk } from "./fixtures/drawn-talk.ts";

describe("I6: what cannot run takes its error path", () => {
  test.each([
    ["a kind that throws", { kind: "broken", config: { how: "throw" } }, "node_threw"],
    ["a kind that fails", { kind: "broken", config: { how: "fail" } }, "refused"],
    ["an unknown kind", { kind: "hologram" }, "unknown_kind"],
    ["a kind named like a property of all objects", { kind: "constructor" }, "unknown_kind"],
    ["a config that does not parse", { kind: "say", config: { txt: "x" } }, "invalid_config"],
    ["a node from a newer release", { kind: "say", version: 2, config: { text: "x" } }, "newer_version"],
    [
      "an expression that fails",
      { kind: "set", config: { name: "x", expression: "1 / 0" } },
      "expression_division_by_zero",
    ],
    ["a missing sub-flow", { kind: "subflow", config: { flowId: "gone" } }, "missing_subflow"],
  ])("%s apologises and listens again", (_what, node, code) => {
    const { chat, opening } = talk({
      nodes: { start: START, bad: node },
      wires: ["start.next -> bad"],
      variables: [{ name: "x", type: "text" }],
    });
    expect(chat.steps.at(-1)?.error?.code).toBe(code);
    expect(opening).toEqual([APOLOGY]);
    expect(JSON.stringify(opening)).not.toContain("secret detail");
  });

  test("a node with an error port leaves through it, one with a default value through its first port", () => {
    const { chat, opening } = talk({
      nodes: {
        start: START,
        a: { kind: "broken", config: { how: "throw" }, onError: { mode: "port" } },
        b: { kind: "set", config: { name: "x", expression: "1 / 0" }, onError: { mode: "value", value: 7 } },
        tell: say("x={{ x }}"),
      },
      wires: ["start.next -> a", "a.error -> b", "b.next -> tell"],
      variables: [{ name: "x", type: "number" }],
    });
    expect(opening).toEqual(["x=7"]);
    expect(chat.path).toEqual(["start.next", "a.error", "b.next", "tell.next"]);
  });

  test("a disabled node is passed through", () => {
    const { opening } = talk({
      nodes: { start: START, off: { ...say("不该出现"), disabled: true }, on: say("在") },
      wires: ["start.next -> off", "off.next -> on"],
    });
    expect(opening).toEqual(["在"]);
  });

  test("a failed job is the node's to handle, and else an apology with a way on", () => {
    const { chat } = talk({
      nodes: { start: START, job: { kind: "job", config: { name: "n" } } },
      wires: ["start.next -> job"],
    });
    expect(chat.fail("timeout")).toEqual([APOLOGY]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("a job is tried again as often as its node says", () => {
    let tries = 0;
    const { opening } = talk(
      {
        nodes: {
          start: START,
          job: {
            kind: "job",
            config: { name: "flaky", saveTo: "x" },
            retry: { max: 2, backoffMs: 100 },
            timeoutMs: 5_000,
          },
          tell: say("{{ x }}"),
        },
        wires: ["start.next -> job", "job.next -> tell"],
        variables: [{ name: "x", type: "text" }],
      },
      { calls: { flaky: () => (++tries < 3 ? new Error("busy") : "成了") } },
    );
    expect(opening).toEqual(["成了"]);
  });
});
