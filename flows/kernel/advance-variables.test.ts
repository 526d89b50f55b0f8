import { describe, expect, test } from "vitest";
import { APOLOGY, ask, START, say, talk } from "./fixtures/drawn-talk.ts";

describe("variables", () => {
  test("start at their defaults, or as the contact left them; those of scope turn are cleared by the next message", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          a: ask("1", "once"),
          b: ask("{{ name }} {{ once }}", "name"),
          c: say("{{ once }}|{{ name }}"),
        },
        wires: ["start.next -> a", "a.answered -> b", "b.answered -> c"],
        variables: [
          { name: "once", type: "text", scope: "turn", default: "-" },
          { name: "name", type: "text", scope: "contact", default: "客人" },
        ],
      },
      { contact: { name: "老王", foreign: "x" } },
    );
    expect(chat.send("甲")).toEqual(["老王 甲"]);
    expect(chat.send("小王")).toEqual(["-|小王"]);
    expect(chat.vars).toEqual({ once: "-", name: "小王" });
    expect(chat.effects).toContainEqual({
      type: "update-contact",
      addTags: [],
      removeTags: [],
      attributes: { name: "小王" },
    });
  });

  test("cannot touch what all objects share", () => {
    const { chat, opening } = talk({
      nodes: { start: START, a: { kind: "set", config: { name: "__proto__", expression: "{polluted: 1}" } } },
      wires: ["start.next -> a"],
    });
    expect(opening).toEqual([APOLOGY]);
    expect(chat.steps.at(-1)?.error?.code).toBe("invalid_variable");
    expect("polluted" in {}).toBe(false);
  });

  test("cannot grow without bound", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        a: ask("x", "x"),
        twice: { kind: "set", config: { name: "x", expression: "x + x" } },
        back: { kind: "jump", config: { nodeId: "twice" } },
      },
      wires: ["start.next -> a", "a.answered -> twice", "twice.next -> back"],
      variables: [{ name: "x", type: "text" }],
    });
    chat.send("很长的一段话");
    expect(
      chat.steps.some(
        ({ error }) => error?.code === "value_too_large" || error?.code === "expression_too_large",
      ),
    ).toBe(true);
    expect(JSON.stringify(chat.session).length).toBeLessThan(100_000);
  });
});

describe("trace", () => {
  test("shows each visit, and never the values of guarded variables", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        id: ask("证件号？", "idNumber"),
        phone: ask("电话？", "phone"),
        tell: say("好 {{ phone }}"),
        p: { kind: "set", config: { name: "note", expression: "'证件 ' + idNumber + ' 电话 ' + phone" } },
      },
      wires: ["start.next -> id", "id.answered -> phone", "phone.answered -> p", "p.next -> tell"],
      variables: [
        { name: "idNumber", type: "text", dataClass: "core" },
        { name: "phone", type: "text", dataClass: "important" },
        { name: "note", type: "text" },
      ],
    });
    chat.send("110101199003070011");
    chat.send("13812345678");
    const trace = JSON.stringify(chat.steps);
    expect(trace).not.toContain("110101199003070011");
    expect(trace).not.toContain("13812345678");
    expect(chat.steps.filter(({ port }) => port === "answered").map(({ input }) => input)).toEqual([
      "***",
      "13*******78",
    ]);
    expect(chat.steps.find(({ nodeId }) => nodeId === "p")?.output).toBe("证件 *** 电话 13*******78");
  });
});
