import { expect, test } from "vitest";
import { converse } from "#flows/kernel/converse.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import { nodeRegistry as registry } from "#flows/nodes/registry.ts";
import { inlineRequestSchema } from "./match-draft.ts";

const BASE = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";

/** What a node asks for in the browser of whoever tries it. */
function listRequests(kind: "kb-search" | "graph-query", config: JsonObject): readonly unknown[] {
  const asked: unknown[] = [];
  const note = (name: string) => (input: unknown) => {
    asked.push({ mode: "inline", name, input: JSON.parse(JSON.stringify(input)) });
    return new Error("not answered here");
  };
  const chat = converse(
    drawBundle({
      nodes: { start: { kind: "start" }, search: { kind, config: { bases: [BASE], ...config } } },
      wires: ["start.next -> search"],
    }),
    {
      registry,
      calls: { "search-passages": note("search-passages"), "query-graph": note("query-graph") },
    },
  );
  chat.start();
  chat.send("F-01 配哪些机器");
  return asked;
}

test.each([
  ["kb-search", {}],
  [
    "kb-search",
    { language: "customer", dataClasses: ["important"], sources: ["价格表", "/help/"], tags: ["a"] },
  ],
  ["graph-query", { relation: "价格" }],
  ["graph-query", { direction: "backward", nextRelation: "价格", nextDirection: "backward" }],
  ["graph-query", { relation: "适用滤芯", direction: "backward" }],
] as const)("the preview takes what %s asks for with %j", (kind, config) => {
  const requests = listRequests(kind, JSON.parse(JSON.stringify(config)));
  expect(requests).toHaveLength(1);
  for (const request of requests) expect(inlineRequestSchema.parse(request)).toEqual(request);
});
