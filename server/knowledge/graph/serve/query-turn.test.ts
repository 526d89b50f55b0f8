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
import { addUpload } from "../../documents/add-document.ts";
import { deleteDocument } from "../../documents/change-document.ts";
import { hashBytes } from "../../documents/ingest/document-pieces.ts";
import { performIngestion } from "../../documents/ingest/perform-ingestion.ts";
import { decideFacts } from "../decide-facts.ts";
import { listFacts } from "../list-facts.ts";
import { readGraph } from "../read/read-graph.ts";

/** From a file to the customer's next message, by way of a person who accepts what it says. */

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
        query: { kind: "graph-query", config: { bases: [BASE], relation: "价格" } },
        end: { kind: "end", config: {} },
        miss: said("没找到"),
      },
      wires: ["start.next -> query", "query.found -> end", "query.not-found -> miss", "miss.next -> end"],
    }),
  );
  bot = await seedBot(db.sql, bundle);
  await db.sql`insert into knowledge_base (id, workspace_id, name) values (${BASE}, ${bot.workspaceId}, '商品')`;
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
  await readGraph({ sql: db.sql, log }, documentId);
  return documentId;
}

async function acceptAll(documentId: string): Promise<void> {
  const base = { workspaceId: bot.workspaceId, baseId: BASE };
  await db.sql.begin(async (tx) => {
    const { facts } = await listFacts(tx, {
      ...{ ...base, state: "suggested", documentId, isSourceChanged: false, search: "", page: 0 },
    });
    await decideFacts(tx, {
      ...{ ...base, actor },
      decisions: facts.map(({ id }) => ({ factId: id, state: "accepted" })),
    });
  });
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

const NOTHING = [{ type: "text", text: "没找到" }];

test("nobody is told what is only suggested; what was accepted is told with its place, and a replay says the same", async () => {
  const documentId = await addFile("价格表.csv", "型号,价格\nAX-200,999 元\nAX-300,1299 元\n");
  expect((await ask("AX-300 多少钱")).parts).toEqual(NOTHING);
  await acceptAll(documentId);
  await vi.waitFor(async () => expect((await ask("ax300 多少钱")).parts).not.toEqual(NOTHING), {
    ...{ timeout: 10_000, interval: 500 },
  });
  const { parts, conversationId } = await ask("ax300 多少钱");
  expect(parts).toMatchObject([
    { type: "text", text: "AX-300：价格 1299 元" },
    { type: "citations", items: [{ title: "价格表（第 2–3 行）", source: { baseId: BASE, documentId } }] },
  ]);
  expect((await ask("AX-999 多少钱")).parts).toEqual(NOTHING);

  await db.sql.begin((tx) => deleteDocument(tx, { workspaceId: bot.workspaceId, documentId, actor }));
  const version = await createVersionStore({ sql: db.sql, registry: nodeRegistry }).get(bot.versionId);
  expect(JSON.stringify(await replayConversation(db.sql, conversationId, version))).toContain("1299 元");
  await vi.waitFor(async () => expect((await ask("AX-300 多少钱")).parts).toEqual(NOTHING), {
    ...{ timeout: 10_000, interval: 500 },
  });
}, 60_000);
