import { describe, expect, test } from "vitest";
import { drawBundle, drawFlow } from "../../kernel/draw-flow.ts";
import { bundleSchema } from "../../kernel/flow.ts";
import { validateBundle } from "../../kernel/validate.ts";
import { definitionRegistry } from "../../nodes/index.ts";
import { toShopBundle } from "../../packs/shop/shop-bundle.ts";
import { findNode } from "../locate.ts";
import { listUses } from "../where-used.ts";
import { canRenameIntent, listIntentIds, renameIntent } from "./rename-intent.ts";

const rule = (left: string, right: string | string[]) => ({ left, operator: "equals", right });
const understand = (variable: string) => ({
  kind: "intent",
  config: {
    intents: [
      { id: "refund", name: "退款" },
      { id: "track", name: "查物流" },
    ],
    intentVariable: variable,
  },
});

const bundle = bundleSchema.parse(
  drawBundle(
    {
      nodes: {
        start: { kind: "start" },
        what: understand("topic"),
        clarify: { kind: "clarify", config: { source: "found", intents: [{ id: "refund" }] } },
        split: {
          kind: "condition",
          config: {
            branches: [
              {
                id: "a",
                when: {
                  type: "rules",
                  groups: [{ rules: [rule("topic", "refund"), rule("topic", ["track", "refund"])] }],
                },
              },
              { id: "b", when: { type: "rules", groups: [{ rules: [rule("city", "refund")] }] } },
              { id: "c", when: { type: "expression", source: 'topic in ["refund"] and city != "refund"' } },
            ],
          },
        },
        say: {
          kind: "message",
          config: { blocks: [{ type: "text", text: "{{ “refund” == topic ? 'refund' : city }} refund" }] },
        },
      },
      wires: ["what.refund -> say", "clarify.refund -> say", "what.track -> split"],
      variables: [
        { name: "topic", type: "text" },
        { name: "city", type: "text" },
        { name: "found", type: "list" },
      ],
    },
    {
      subflows: {
        other: drawFlow({
          nodes: { start: { kind: "start" }, again: understand("aim") },
          wires: ["again.refund -> start"],
        }),
      },
    },
  ),
);

describe("renaming an intent", () => {
  const renamed = renameIntent(bundle, { from: "refund", to: "money-back" });

  test("takes along who recognises it, the exits and wires, and what is compared with it; nothing else", () => {
    expect(listUses(renamed, { type: "intent", intentId: "refund" })).toEqual([]);
    expect(renamed.flow.edges.map(({ port }) => port)).toEqual(["money-back", "money-back", "track"]);
    expect(renamed.subflows.other?.edges.map(({ port }) => port)).toEqual(["money-back"]);
    expect(findNode(renamed, { flowId: "main", nodeId: "split" })?.config).toMatchObject({
      branches: [
        { when: { groups: [{ rules: [{ right: "money-back" }, { right: ["track", "money-back"] }] }] } },
        { when: { groups: [{ rules: [{ right: "refund" }] }] } },
        { when: { source: 'topic in ["money-back"] and city != "refund"' } },
      ],
    });
    expect(findNode(renamed, { flowId: "main", nodeId: "say" })?.config).toMatchObject({
      blocks: [{ text: "{{ “money-back” == topic ? 'refund' : city }} refund" }],
    });
  });

  test("there and back again leaves the bundle as it was, and names every place before", () => {
    expect(renameIntent(renamed, { from: "money-back", to: "refund" })).toEqual(bundle);
    const uses = listUses(bundle, { type: "intent", intentId: "refund" });
    expect(uses.map(({ nodeId, path }) => `${nodeId} ${path}`)).toEqual([
      "what intents[0]",
      "clarify intents[0].id",
      "split branches[0].when.groups[0].rules[0].right",
      "split branches[0].when.groups[0].rules[1].right",
      "split branches[2].when.source",
      "say blocks[0].text",
      "again intents[0]",
    ]);
  });

  test.each([
    ["refund", "track"],
    ["refund", "none"],
    ["refund", "退款"],
    ["gone", "other"],
    ["refund", "refund"],
  ])("%s cannot become %s", (from, to) => {
    expect(canRenameIntent(bundle, { from, to })).toBe(false);
    expect(renameIntent(bundle, { from, to })).toBe(bundle);
  });

  test("works for each intent of the sample shop, and the checks say what they said before", () => {
    const shop = bundleSchema.parse(toShopBundle("zh-CN"));
    const codes = (checked: typeof shop) =>
      validateBundle(checked, definitionRegistry).map(({ code }) => code);
    for (const from of listIntentIds(shop)) {
      const changed = renameIntent(shop, { from, to: "new-name" });
      expect(codes(changed), from).toEqual(codes(shop));
      expect(renameIntent(changed, { from: "new-name", to: from })).toEqual(shop);
    }
  });
});
