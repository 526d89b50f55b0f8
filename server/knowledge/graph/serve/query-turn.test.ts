import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { deleteDocument } from "../../documents/change-document.ts";
import { ACTOR, type Answering, askOnce, BASE_ID, openAnswering } from "../../fixtures/open-answering.ts";
import { decideFacts } from "../decide-facts.ts";
import { listFacts } from "../list-facts.ts";
import { readGraph } from "../read/read-graph.ts";

/** From a file to the customer's next message, by way of a person who accepts what it says. */

let answering: Answering;
let runtime: RuntimeHost;

beforeAll(async () => {
  answering = await openAnswering({ kind: "graph-query", config: { relation: "价格" } });
  runtime = createRuntime({ sql: answering.db.sql, log, registry: nodeRegistry, tasks: [] });
});
afterAll(async () => {
  await runtime.drain(1_000);
  await answering.db.drop();
});

const ask = (text: string) => askOnce(runtime, answering.bot, text);

async function addFile(name: string, text: string): Promise<string> {
  const documentId = await answering.addFile(name, text);
  await readGraph({ sql: answering.db.sql, log }, documentId);
  return documentId;
}

async function acceptAll(documentId: string): Promise<void> {
  const { db, bot } = answering;
  const base = { workspaceId: bot.workspaceId, baseId: BASE_ID };
  await db.sql.begin(async (tx) => {
    const { facts } = await listFacts(tx, {
      ...{ ...base, state: "suggested", documentId, isSourceChanged: false, search: "", page: 0 },
    });
    await decideFacts(tx, {
      ...{ ...base, actor: ACTOR },
      decisions: facts.map(({ id }) => ({ factId: id, state: "accepted" })),
    });
  });
}

const NOTHING = [{ type: "text", text: "没找到" }];

test("nobody is told what is only suggested; what was accepted is told with its place, and a replay says the same", async () => {
  const { db, bot } = answering;
  const documentId = await addFile("价格表.csv", "型号,价格\nAX-200,999 元\nAX-300,1299 元\n");
  expect((await ask("AX-300 多少钱")).parts).toEqual(NOTHING);
  await acceptAll(documentId);
  await vi.waitFor(async () => expect((await ask("ax300 多少钱")).parts).not.toEqual(NOTHING), {
    ...{ timeout: 10_000, interval: 500 },
  });
  const { parts, conversationId } = await ask("ax300 多少钱");
  expect(parts).toMatchObject([
    { type: "text", text: "AX-300：价格 1299 元" },
    { type: "citations", items: [{ title: "价格表（第 2–3 行）", source: { baseId: BASE_ID, documentId } }] },
  ]);
  expect((await ask("AX-999 多少钱")).parts).toEqual(NOTHING);

  await db.sql.begin((tx) => deleteDocument(tx, { workspaceId: bot.workspaceId, documentId, actor: ACTOR }));
  const version = await createVersionStore({ sql: db.sql, registry: nodeRegistry }).get(bot.versionId);
  expect(JSON.stringify(await replayConversation(db.sql, conversationId, version))).toContain("1299 元");
  await vi.waitFor(async () => expect((await ask("AX-300 多少钱")).parts).toEqual(NOTHING), {
    ...{ timeout: 10_000, interval: 500 },
  });
}, 60_000);
