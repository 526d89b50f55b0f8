import { beforeEach, expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { createBuilderStore } from "../store/builder-store.ts";
import type { ActionContext } from "./action-context.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { createClipActions } from "./clip-actions.ts";
import { removeMarked } from "./remove-selected.ts";

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      menu: { kind: "message", config: { blocks: [{ type: "text", text: "菜单" }] } },
      bye: { kind: "message", config: { blocks: [{ type: "text", text: "再见" }] } },
      back: { kind: "jump", config: { target: "menu" } },
    },
    wires: ["start.next -> menu", "menu.next -> bye", "bye.next -> back"],
  }),
);

beforeEach(() => useCanvasUi.getState().close());

function mark(...nodes: readonly string[]) {
  const store = createBuilderStore({
    ...{ botId: "bot", botName: "Bot", chatUrl: "", channels: [] },
    ...{ bundle, rev: 1, canEdit: true },
  });
  store.getState().select({ nodes: new Set(nodes), edges: new Set() });
  const context: ActionContext = {
    store,
    boxOf: () => null,
    portsOf: () => [],
    toFlowPoint: (screen) => screen,
    getCenter: () => ({ x: 0, y: 0 }),
    show: () => {},
    reveal: () => {},
  };
  const listIds = () => store.getState().bundle.flow.nodes.map(({ id }) => id);
  return { context, clip: createClipActions(context), listIds };
}

test("cutting a node to which a jump leads asks first, as deleting it does, and the copy is there at once", () => {
  const { clip, listIds, context } = mark("menu");
  expect(clip.cut()).toContain("菜单");
  expect(listIds()).toContain("menu");
  expect(useCanvasUi.getState().overlay).toMatchObject({
    type: "remove",
    label: "cut",
    uses: [{ nodeId: "back", path: "target" }],
  });
  removeMarked(context, "cut");
  expect(listIds()).not.toContain("menu");
});

test("cutting what nothing would miss asks nothing", () => {
  const { clip, listIds } = mark("bye", "back");
  clip.cut();
  expect(listIds()).toEqual(["start", "menu"]);
  expect(useCanvasUi.getState().overlay).toBeNull();
});
