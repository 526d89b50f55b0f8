import { expect, test } from "vitest";
import { NODE_HEIGHT, NODE_WIDTH, readPlaces, toEnds, toMapGraph } from "./to-map-graph.ts";

const node = (id: string) => ({ id, type: "型号", name: id, values: 0 });
const map = {
  nodes: ["a", "b", "c", "d"].map(node),
  edges: [{ id: "e", from: "a", to: "b", predicate: "适用" }],
  total: 4,
};

test("only what has relations is laid out; the rest stands in rows below it", () => {
  const graph = toMapGraph(map);
  expect(graph.children?.map(({ id }) => id)).toEqual(["a", "b"]);
  const places = readPlaces(map, {
    id: "map",
    children: [
      { id: "a", x: 0, y: 0 },
      { id: "b", x: 300, y: 100 },
    ],
  });
  expect(places.get("c")?.y).toBeGreaterThan(100 + NODE_HEIGHT);
  expect(places.get("d")?.y).toBe(places.get("c")?.y);
  expect(places.get("d")?.x).toBeGreaterThan(NODE_WIDTH);
});

test("a relation is drawn from border to border, whichever way the cards lie", () => {
  const places = new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 400, y: 0 }],
    ["c", { x: 0, y: 400 }],
  ]);
  expect(toEnds(places, "a", "b")).toEqual({
    ...{ sourceX: NODE_WIDTH, sourceY: NODE_HEIGHT / 2 },
    ...{ targetX: 400, targetY: NODE_HEIGHT / 2 },
  });
  expect(toEnds(places, "c", "a")).toMatchObject({ sourceY: 400, targetY: NODE_HEIGHT });
});
