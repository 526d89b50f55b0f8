import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { ACTOR, type Answering, askOnce, BASE_ID, openAnswering } from "../../fixtures/open-answering.ts";
import { deleteDocument } from "../change-document.ts";

/** From a file to the customer's next message. */

let answering: Answering;
let runtime: RuntimeHost;

beforeAll(async () => {
  answering = await openAnswering({ kind: "kb-search", config: {} });
  runtime = createRuntime({ sql: answering.db.sql, log, registry: nodeRegistry, tasks: [] });
});
afterAll(async () => {
  await runtime.drain(1_000);
  await answering.db.drop();
});

const ask = (text: string) => askOnce(runtime, answering.bot, text);

test("a file that was read answers customers with its own words and the place, and a replay says the same", async () => {
  const { db, bot, addFile } = answering;
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
      items: [{ title: "售后手册 › 保修", url: null, source: { baseId: BASE_ID, documentId } }],
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

  await db.sql.begin((tx) => deleteDocument(tx, { workspaceId: bot.workspaceId, documentId, actor: ACTOR }));
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
