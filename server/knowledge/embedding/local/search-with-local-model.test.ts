import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeededBot } from "#e2e/support/seed-bot.ts";
import type { TestDatabase } from "#e2e/support/test-database.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { createSecretBox } from "../../../auth/secret-box.ts";
import { withWorkspace } from "../../../auth/with-workspace.ts";
import { log } from "../../../log.ts";
import { createOutboundClient } from "../../../net/create-outbound-client.ts";
import { createRuntime } from "../../../runtime/create-runtime.ts";
import { ACTOR, askOnce, BASE_ID, openAnswering } from "../../fixtures/open-answering.ts";
import { findDueBases } from "../find-due-bases.ts";
import { writeTinyModel } from "../fixtures/tiny-model.ts";
import { createMeanings } from "../meanings.ts";
import { performEmbedding } from "../perform-embedding.ts";
import { LOCAL_BATCH } from "../provider.ts";
import { removeProvider, saveProvider } from "../provider-settings.ts";
import { createLocalModels, type LocalModels } from "./create-local-models.ts";
import { createModelThread } from "./create-model-thread.ts";
import { createRenewal } from "./renew-local-providers.ts";

/** From a folder on this machine to an answer that shares no word with its question, with the real runtime. */

const secretBox = createSecretBox("m3F0vTq8Zr1LxYk5WbN7cHs2JpUe9DgA4oXi6RtB");
/** Nobody outside is ever asked. */
const outbound = createOutboundClient({ allowCidr: [] });
const MODEL = "tiny-zh";
const TEXTS = ["退货须在签收后七天内提出。", "邮费满 99 元由我们承担。", "报销凭证随箱寄出。"];
const QUESTION = "能寄回吗";

let db: TestDatabase;
let bot: SeededBot;
let root: string;
let models: LocalModels;

beforeAll(async () => {
  ({ db, bot } = await openAnswering({ kind: "kb-search", config: { likenessMin: 0.6 } }));
  const { workspaceId } = bot;
  const [document] = await db.sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, state, is_served, author_name)
    values (${BASE_ID}, ${workspaceId}, '手册.txt', 'upload', 'ready', true, '小林') returning id`;
  for (const [position, text] of TEXTS.entries())
    await db.sql`
      insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
      values (${document?.id ?? ""}, ${BASE_ID}, ${workspaceId}, ${text}, ${position}, '{}', ${text}, '{"chars":[0,1]}')`;
  root = join(await mkdtemp(join(tmpdir(), "jieda-")), "models");
  await writeTinyModel(join(root, MODEL));
  models = createLocalModels({ root, log, thread: createModelThread({ log, restMs: 0 }) });
});
afterAll(async () => {
  await models.close();
  await db.drop();
  await rm(join(root, ".."), { recursive: true });
});

const inWorkspace: Parameters<typeof saveProvider>[0]["inWorkspace"] = (work) =>
  withWorkspace(db.sql, bot.workspaceId, work);
const save = (model: string) =>
  saveProvider(
    { inWorkspace, outbound, models, secretBox },
    {
      ...{ workspaceId: bot.workspaceId, actor: ACTOR },
      ...{ baseUrl: null, model, apiKey: null, batchSize: LOCAL_BATCH },
    },
  );
const perform = () =>
  performEmbedding(
    { sql: db.sql, log, outbound, models, secretBox, stop: new AbortController().signal },
    BASE_ID,
  );
const keys = async () =>
  (await db.sql<{ key: string }[]>`select distinct model_key as key from base_vector`).map(({ key }) => key);

async function ask(text: string): Promise<string | null> {
  const meanings = createMeanings({ sql: db.sql, log, outbound, models, secretBox });
  await meanings.refresh();
  const runtime = createRuntime({ sql: db.sql, log, registry: nodeRegistry, tasks: [], meanings });
  const [first] = (await askOnce(runtime, bot, text)).parts;
  await runtime.drain(1_000);
  return first?.type === "text" ? first.text : null;
}

test("a question finds by meaning where words find nothing, once a model on this machine is chosen, and no longer after", async () => {
  expect(await ask(QUESTION)).toBe("没找到");
  expect(await save(MODEL)).toMatchObject({ type: "works", dimensions: 8 });
  expect(await findDueBases(db.sql)).toEqual([BASE_ID]);
  await perform();
  expect(await findDueBases(db.sql)).toEqual([]);
  expect(await ask(QUESTION)).toBe(TEXTS[0]);
  await inWorkspace((tx) => removeProvider(tx, { workspaceId: bot.workspaceId, actor: ACTOR }));
  expect(await ask(QUESTION)).toBe("没找到");
});

test("a folder that does not serve is told and changes nothing", async () => {
  expect(await save("nothing")).toMatchObject({ type: "fails", code: "model_missing" });
  expect(await db.sql`select from embedding_provider`).toHaveLength(0);
});

test("other files under the same name embed everything anew, by themselves; until then words alone answer", async () => {
  const renewal = createRenewal({ sql: db.sql, log, outbound, models });
  await save(MODEL);
  await perform();
  const [before] = await keys();
  await renewal.renew();
  expect(await findDueBases(db.sql)).toEqual([]);

  await writeTinyModel(join(root, MODEL), { first: [0, 0, 0, 0, 0, 0, 0, 0.5] });
  expect(await ask(QUESTION)).toBe("没找到");
  await renewal.renew();
  expect(await findDueBases(db.sql)).toEqual([BASE_ID]);
  await perform();
  expect(await ask(QUESTION)).toBe(TEXTS[0]);
  const after = await keys();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual([before]);

  // What is half copied is left alone, and taken once it is whole.
  await writeFile(join(root, MODEL, "onnx/model.onnx"), "half");
  await Promise.all([renewal.renew(), renewal.renew()]);
  await renewal.renew();
  expect(await findDueBases(db.sql)).toEqual([]);
  await writeTinyModel(join(root, MODEL), { first: [0, 0, 0, 0, 0, 0, 0, 0.5] });
  await renewal.renew();
  expect(await ask(QUESTION)).toBe(TEXTS[0]);
});

test("phrasings are compared as questions, passages as passages, by a model that is told the difference", async () => {
  const name = "told-zh";
  const prompts = { query: "问", document: "" };
  await writeTinyModel(join(root, name), { files: { "config_sentence_transformers.json": { prompts } } });
  const entries = [{ id: bot.workspaceId, question: { "zh-CN": "发票" }, similar: [], dataClass: "general" }];
  const [release] = await db.sql<{ id: string }[]>`
    insert into faq_release (base_id, workspace_id, number, content, model, content_hash, entries_count, author_name)
    values (${BASE_ID}, ${bot.workspaceId}, 1, ${db.sql.json({ entries, synonyms: [] })}, '{}', '', 1, '小林') returning id`;
  await db.sql`update knowledge_base set live_release_id = ${release?.id ?? ""} where id = ${BASE_ID}`;
  await save(name);
  await perform();
  const round = (vector: Iterable<number>) => [...vector].map((value) => value.toFixed(4));
  const stored = async (text: string) => {
    const [row] = await db.sql<
      { vector: number[] }[]
    >`select vector from base_vector where hash = md5(${text})`;
    return round(row?.vector ?? []);
  };
  const asked = async (text: string, use: "query" | "passage") =>
    round((await models.embed({ name, texts: [text], use })).vectors[0] ?? []);
  expect(await stored("发票")).toEqual(await asked("发票", "query"));
  expect(await stored(`手册\n${TEXTS[0]}`)).toEqual(await asked(`手册\n${TEXTS[0]}`, "passage"));
  expect(await asked("发票", "query")).not.toEqual(await asked("发票", "passage"));
});
