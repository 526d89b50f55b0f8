import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { listMissed } from "./list-missed.ts";

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      menu: { kind: "message", config: { blocks: [{ type: "text", text: "菜单" }] } },
      back: { kind: "jump", config: { target: "menu" } },
      again: { kind: "jump", config: { target: "menu" } },
    },
    wires: ["start.next -> menu", "menu.next -> back"],
    settings: { fallback: { to: "menu" } },
  }),
);
const missed = (...ids: readonly string[]) =>
  listMissed(bundle, "main", new Set(ids)).map(({ nodeId, path }) => `${nodeId} ${path}`);

test("jumps and settings would miss a node, unless they go with it", () => {
  expect(missed("menu")).toEqual(["back target", "again target", "null settings.fallback.to"]);
  expect(missed("menu", "back", "again")).toEqual(["null settings.fallback.to"]);
});

test("nothing misses a node that only wires lead to", () => {
  expect(missed("start", "back")).toEqual([]);
});
