import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { listAskedBases, listBases, listGraphBases, listSearchedBases } from "./list-bases.ts";
import { listUses } from "./where-used.ts";

const A = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
const B = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3b";

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      faq: { kind: "faq", config: { faqSets: [], bases: [A] } },
      broken: { kind: "faq", config: { faqSets: [], bases: ["'; drop table", 7] } },
    },
    wires: ["start.next -> faq"],
    settings: { repair: { digress: { bases: [B, A] } } },
  }),
);

test("every base that a document names is listed once, and what is no id is left out", () => {
  expect(listBases(bundle)).toEqual([A, B]);
});

test("a base is asked for no more than what nodes want of it", () => {
  const [SEARCHED, GRAPH] = [A.replace(/.$/, "c"), A.replace(/.$/, "d")];
  const { flow } = bundle;
  const node = (kind: string, bases: readonly string[]) => ({
    ...{ id: kind, kind, version: 1, position: { x: 0, y: 0 }, config: { bases } },
  });
  const nodes = [node("faq", [A]), node("kb-search", [SEARCHED]), node("graph-query", [GRAPH])];
  const draw = (enabled: boolean) =>
    bundleSchema.parse({
      ...{ flow: { ...flow, nodes: [], settings: { repair: { digress: { enabled, bases: [B] } } } } },
      subflows: { other: { ...flow, nodes, settings: {} } },
    });
  expect(listAskedBases(draw(true))).toEqual([A, B]);
  expect(listAskedBases(draw(false))).toEqual([A]);
  expect([listSearchedBases(draw(true)), listGraphBases(draw(true))]).toEqual([[SEARCHED], [GRAPH]]);
});

test("each place that names a base is found", () => {
  expect(
    listUses(bundle, { type: "base", baseId: A }).map(({ nodeId, path }) => `${nodeId} ${path}`),
  ).toEqual(["faq bases[0]", "null settings.repair.digress.bases"]);
});
