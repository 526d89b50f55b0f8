import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type SeededBot, seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import { createOutboundClient } from "#server/net/create-outbound-client.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { addUpload } from "../add-document.ts";
import { deleteDocument } from "../change-document.ts";
import { hashBytes } from "../ingest/document-pieces.ts";
import { performIngestion } from "../ingest/perform-ingestion.ts";

/** From a file to the customer's next message. */

const actor = { id: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a", name: "小林" };
const BASE = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3b";
let db: TestDatabase;
let bot: SeededBot;
let runtime: RuntimeHost;

beforeAll(async () => {
  db = await createTestDatabase();
  const said = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });
  const bundle = bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        search: { kind: "kb-search", config: { bases: [BASE] } },
        end: { kind: "end", config: {} },
        miss: said("没找到"),
      },
      wires: ["start.next -> search", "search.found -> end", "search.not-found -> miss", "miss.next -> end"],
    }),
  );
  bot = await seedBot(db.sql, bundle);
  await db.sql`insert into knowledge_base (id, workspace_id, name) values (${BASE}, ${bot.workspaceId}, '售后')`;
  runtime = createRuntime({ sql: db.sql, log, registry: nodeRegistry, tasks: [] });
});
afterAll(async () => {
  await runtime.drain(1_000);
  await db.drop();
});

async function addFile(name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const file = {
    workspaceId: bot.workspaceId,
    baseId: BASE,
    actor,
    name,
    bytes,
    sha256: await hashBytes(bytes),
  };
  const { documentId } = await db.sql.begin((tx) => addUpload(tx, file));
  const outbound = createOutboundClient({ allowCidr: [] });
  await performIngestion({ sql: db.sql, log, outbound, stop: new AbortController().signal }, documentId);
  return documentId;
}

async function ask(text: string) {
  const { conversationId } = await runtime.startConversation({
    ...{ botId: bot.botId, channel: "web", locale: "zh-CN", contactKey: `visitor:${crypto.randomUUID()}` },
    ...{ isVerified: false, contactName: null, context: {} },
  });
  const ref = { conversationId, workspaceId: bot.workspaceId, botId: bot.botId };
  const input = { clientId: crypto.randomUUID(), text, choice: null, attachments: [] };
  const { messages } = await runtime.receiveMessage(ref, input);
  return { conversationId, parts: messages.flatMap(({ parts }) => parts) };
}

test("a file that was read answers customers with its own words and the place, and a replay says the same", async () => {
  const documentId = await addFile(
    "售后手册.md",
    "# 退货\n\n商品签收后七天内可以申请退货，运费由买家承担。\n\n# 保修\n\n咖啡机 AX-200/7 保修两年。",
  );
  await addFile("价格.csv", "型号,价格\nAX-300,1299 元\nAX-400,1599 元");
  const { parts, conversationId } = await ask("咖啡机 AX-200/7 保修几年？");
  expect(parts).toMatchObject([
    { type: "text", text: "咖啡机 AX-200/7 保修两年。" },
    {
      type: "citations",
      items: [{ title: "售后手册 › 保修", url: null, source: { baseId: BASE, documentId } }],
    },
  ]);
  expect((await ask("AX-300 多少钱")).parts[0]).toEqual({
    type: "text",
    text: "型号: AX-300; 价格: 1299 元",
  });
  expect((await ask("你好")).parts).toEqual([{ type: "text", text: "没找到" }]);
  expect((await ask("今天股市怎么样")).parts).toEqual([{ type: "text", text: "没找到" }]);

  const [turn] = await db.sql<{ steps: { output: unknown }[] }[]>`
    select steps from turn where conversation_id = ${conversationId} order by number desc limit 1`;
  expect(JSON.stringify(turn?.steps)).toContain('"question":"售后手册 › 保修"');

  await db.sql.begin((tx) => deleteDocument(tx, { workspaceId: bot.workspaceId, documentId, actor }));
  const version = await createVersionStore({ sql: db.sql, registry: nodeRegistry }).get(bot.versionId);
  expect(JSON.stringify(await replayConversation(db.sql, conversationId, version))).toContain("保修两年");
  await vi.waitFor(
    async () => expect((await ask("AX-200/7 保修几年")).parts).toEqual([{ type: "text", text: "没找到" }]),
    {
      timeout: 10_000,
      interval: 500,
    },
  );
}, 60_000);
