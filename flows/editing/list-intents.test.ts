import { expect, test } from "vitest";
import { drawBundle, drawFlow } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { listIntents } from "./list-intents.ts";

const understand = (...intents: readonly { id: string; name: string }[]) => ({
  kind: "intent",
  config: { intents: [...intents] },
});

test("names each intent of all flows once, as it is first called", () => {
  const bundle = bundleSchema.parse(
    drawBundle(
      { nodes: { a: understand({ id: "refund", name: "退款" }, { id: "track", name: "查物流" }) } },
      {
        subflows: {
          inner: drawFlow({
            nodes: { b: understand({ id: "refund", name: "退钱" }, { id: "size", name: "尺码" }) },
          }),
        },
      },
    ),
  );
  expect(listIntents(bundle)).toEqual([
    { id: "refund", name: "退款" },
    { id: "track", name: "查物流" },
    { id: "size", name: "尺码" },
  ]);
});
