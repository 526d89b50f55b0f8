import postgres from "postgres";
import { expect, test } from "vitest";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import { createRuntime } from "#server/runtime/create-runtime.ts";
import { askOnce, BASE_ID, openAnswering } from "../../fixtures/open-answering.ts";

test("a flow that only searches a base never reads the release of its Q&A, not even on its first turn", async () => {
  const { db, bot, addFile } = await openAnswering({ kind: "kb-search", config: {} });
  await addFile("售后.md", "# 保修\n\n咖啡机保修两年。");
  // Not readable as a release: a turn that opened it would fail.
  const [release] = await db.sql<{ id: string }[]>`
    insert into faq_release (base_id, workspace_id, number, content, model, content_hash, entries_count, author_name)
    values (${BASE_ID}, ${bot.workspaceId}, 1, '{}', '{}', '', 1, '小林') returning id`;
  await db.sql`update knowledge_base set live_release_id = ${release?.id ?? ""} where id = ${BASE_ID}`;
  const asked: string[] = [];
  const counting = postgres(db.url, { max: 1, debug: (_, query) => asked.push(query) });
  const runtime = createRuntime({ sql: counting, log, registry: nodeRegistry, tasks: [] });
  await runtime.warmUp();
  expect((await askOnce(runtime, bot, "咖啡机保修几年")).parts[0]).toEqual({
    ...{ type: "text", text: "咖啡机保修两年。" },
  });
  expect(asked.filter((query) => /faq_release|live_release_id/.test(query))).toEqual([]);
  await runtime.drain(1_000);
  await counting.end();
  await db.drop();
});
