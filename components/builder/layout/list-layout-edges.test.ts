import fc from "fast-check";
import { expect, test } from "vitest";
import { drawFlow } from "#flows/kernel/draw-flow.ts";
import { randomBundle } from "#flows/kernel/fixtures/random-flows.ts";
import { flowSchema } from "#flows/kernel/flow.ts";
import { listLayoutEdges } from "./list-layout-edges.ts";

test("what leads back or far ahead does not shape the layout", () => {
  const flow = flowSchema.parse(
    drawFlow({
      nodes: {
        start: { kind: "start" },
        a: { kind: "message" },
        b: { kind: "message" },
        c: { kind: "message" },
        d: { kind: "message" },
      },
      wires: [
        "start.next -> a",
        "a.next -> b",
        "b.next -> c",
        "c.next -> d",
        "d.next -> a",
        "start.error -> d",
      ],
    }),
  );
  expect(listLayoutEdges(flow).map(({ id }) => id)).toEqual(["e1", "e2", "e3", "e4"]);
});

test("whoever is reached keeps a wire that reaches him, and no circle is left", () => {
  fc.assert(
    fc.property(randomBundle, ({ flow }) => {
      const edges = listLayoutEdges(flow);
      const reached = new Set(edges.map(({ to }) => to));
      const isReachable = (id: string) =>
        flow.edges.some(
          ({ from, to }) => to === id && from !== id && flow.nodes.some((node) => node.id === from),
        );
      const roots = flow.nodes.filter(({ id }) => isReachable(id) && !reached.has(id));
      // Only a node at which a circle was entered may have none left.
      expect(roots.every(({ id }) => flow.edges.some(({ to }) => to === id))).toBe(true);
      const waiting = new Map(flow.nodes.map(({ id }) => [id, edges.filter(({ to }) => to === id).length]));
      const free = flow.nodes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
      for (const id of free) {
        for (const { to } of edges.filter(({ from }) => from === id)) {
          const left = (waiting.get(to) ?? 0) - 1;
          waiting.set(to, left);
          if (left === 0) free.push(to);
        }
      }
      expect(free).toHaveLength(flow.nodes.length);
    }),
  );
});
