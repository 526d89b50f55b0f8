import { afterAll, beforeAll, expect, test } from "vitest";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { MODEL_FORMAT } from "../understanding/compile-classes.ts";
import { createVersionStore } from "./load-version.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const intents = [
  { id: "return", name: "退货", examples: ["我要退货", "怎么退货", "东西不想要了"] },
  { id: "ship", name: "物流", examples: ["快递到哪了", "什么时候发货", "查物流"] },
];
const bundle = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, ask: { kind: "intent", config: { intents } } },
    wires: ["start.next -> ask"],
  }),
);

test("what an older program learned is learned anew with its thresholds before it is asked, and kept for the next process", async () => {
  const { versionId } = await seedBot(db.sql, bundle);
  await db.sql`update flow_version set models = jsonb_set(jsonb_set(models, '{intents,main/ask,core,format}', '1'),
    '{intents,main/ask,thresholds}', '{"return": 0.99}') where id = ${versionId}`;

  const version = await createVersionStore({ sql: db.sql, registry: nodeRegistry }).get(versionId);

  const [row] = await db.sql<{ format: number; threshold: number }[]>`
    select (models #> '{intents,main/ask,core,format}')::int as format,
      (models #> '{intents,main/ask,thresholds,return}')::float as threshold from flow_version where id = ${versionId}`;
  expect(row?.format).toBe(MODEL_FORMAT);
  expect(row?.threshold).toBeLessThan(0.9);
  expect(version.matchIntent("main/ask", "我要退货")).toMatchObject({ outcome: "sure", intentId: "return" });
});
