import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { log } from "../../../log.ts";
import { type TinyModel, toCharVector, writeTinyModel } from "../fixtures/tiny-model.ts";
import { createLocalModels, type LocalModels } from "./create-local-models.ts";
import { createModelThread } from "./create-model-thread.ts";
import { readModelFolder } from "./model-folder.ts";
import type { ModelOrder } from "./model-thread.ts";

/** The real runtime on models that a test can write. */

let root: string;
let models: LocalModels;
let count = 0;

beforeAll(async () => {
  root = join(await mkdtemp(join(tmpdir(), "jieda-")), "models");
  models = createLocalModels({ root, log, thread: createModelThread({ log, restMs: 0 }) });
});
afterAll(async () => {
  await models.close();
  await rm(join(root, ".."), { recursive: true });
});

async function put(model: TinyModel = {}): Promise<string> {
  count += 1;
  await writeTinyModel(join(root, `tiny-${count}`), model);
  return `tiny-${count}`;
}

const embed = async (name: string, texts: readonly string[], use: "query" | "passage" = "passage") =>
  (await models.embed({ name, texts, use })).vectors.map((vector) => [...vector]);

/** What should come out, worked out without the runtime. */
function mean(text: string, marks = 0): readonly number[] {
  const rows = [...text].map(toCharVector);
  const sum = toCharVector("[PAD]").map((_, at) =>
    rows.reduce((total, row) => total + (row[at] ?? 0), marks),
  );
  return toUnit(sum);
}
const toUnit = (vector: readonly number[]) => vector.map((value) => value / Math.hypot(...vector));
const toBeNear = (found: readonly number[] | undefined, wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(found?.[at]).toBeCloseTo(value, 5);
};

describe("a text becomes", () => {
  test("the mean of its tokens, whatever is padded beside it", async () => {
    const name = await put();
    const [short, long] = await embed(name, ["退", "发票能报销吗"]);
    toBeNear(short, mean("退"));
    toBeNear(long, mean("发票能报销吗"));
  });

  test("the vector of its first token where the folder says so", async () => {
    const first = [3, 0, 0, 0, 0, 0, 0, 4];
    const pooling = {
      word_embedding_dimension: 8,
      pooling_mode_cls_token: true,
      pooling_mode_mean_tokens: false,
    };
    const name = await put({ first, files: { "1_Pooling/config.json": pooling } });
    toBeNear((await embed(name, ["退货"]))[0], toUnit(first));
  });

  test("what the graph pools itself", async () => {
    const pooling = { pooling_mode_lasttoken: true };
    const name = await put({ gives: "pooled", files: { "1_Pooling/config.json": pooling } });
    toBeNear((await embed(name, ["退货"]))[0], mean("退货"));
  });

  test("its own beginning when it is longer than the model takes", async () => {
    const name = await put({ files: { "sentence_bert_config.json": { max_seq_length: 10 } } });
    toBeNear((await embed(name, ["退货退货退货退货发票发票"]))[0], mean("退货退货退货退货"));
  });

  test("another one as a question than as a passage, where the model wants to be told", async () => {
    const prompts = { query: "问", document: "" };
    const name = await put({ files: { "config_sentence_transformers.json": { prompts } } });
    toBeNear((await embed(name, ["退货"], "query"))[0], mean("问退货"));
    toBeNear((await embed(name, ["退货"], "passage"))[0], mean("退货"));
  });

  test("the same with a graph that asks for the types of tokens, or for nothing but tokens", async () => {
    const all = await put({ inputs: ["input_ids", "attention_mask", "token_type_ids"] });
    const only = await put({ inputs: ["input_ids"] });
    for (const name of [all, only]) toBeNear((await embed(name, ["运费"]))[0], mean("运费"));
  });
});

test("many texts come back in their order", async () => {
  const name = await put();
  const texts = ["退", "运费".repeat(20), "修", "发票", "开".repeat(50), "退", "费", "年", "天", "日", "货"];
  const found = await embed(name, texts);
  for (const [at, text] of texts.entries()) toBeNear(found[at], mean(text.slice(0, 62)));
});

test("other files are another model, at once", async () => {
  const name = await put();
  const before = (await models.embed({ name, texts: ["退"], use: "query" })).fingerprint;
  expect(await models.identify(name)).toBe(before);
  await writeTinyModel(join(root, name), { first: [1, 0, 0, 0, 0, 0, 0, 0] });
  const after = (await models.embed({ name, texts: ["退"], use: "query" })).fingerprint;
  expect(after).not.toBe(before);
  expect(await models.identify(name)).toBe(after);
});

describe("a folder that does not serve says what is wrong:", () => {
  const pooling = { pooling_mode_max_tokens: true };

  test.each([
    { what: "no tokenizer", files: { "tokenizer.json": null }, file: "tokenizer.json" },
    { what: "no model", modelFile: "model.bin", file: "model.onnx" },
    { what: "a tokenizer that is none", files: { "tokenizer.json": "<html>" }, bad: "tokenizer.json" },
    { what: "another thing for settings", files: { "config.json": "[]" }, bad: "config.json" },
    { what: "garbage for a model", files: { "onnx/model.onnx": "version https://git-lfs" } },
    { what: "a graph without vectors", gives: "logits" as const },
    { what: "a graph that wants more", inputs: ["input_ids", "pixel_values"] },
    { what: "a way of pooling that is not known", files: { "1_Pooling/config.json": pooling } },
  ])("$what", async ({ what: _, file, bad, ...model }) => {
    const name = await put(model);
    const code = file ? "model_file_missing" : bad ? "model_file_bad" : "model_unfit";
    const facts = { folder: `models/${name}`, ...(file || bad ? { file: file ?? bad } : {}) };
    await expect(embed(name, ["退"])).rejects.toMatchObject({ code, facts, isPassing: false });
  });

  test("a model that is too large", async () => {
    const name = await put();
    await truncate(join(root, name, "onnx/model.onnx"), 641 * 1024 * 1024);
    await expect(embed(name, ["退"])).rejects.toMatchObject({
      code: "model_too_large",
      facts: { mb: 641, mbMax: 640 },
    });
  });

  test.each(["..", "../models", ".", "", "a/b", "/etc", "tiny-1/../tiny-1", "nothing"])(
    "the name %j",
    async (name) => {
      await put();
      await expect(embed(name, ["退"])).rejects.toMatchObject({ code: "model_missing" });
    },
  );

  test("links that lead out of the models", async () => {
    const outside = join(root, "../elsewhere");
    await writeTinyModel(outside);
    await symlink(outside, join(root, "linked"));
    await expect(embed("linked", ["退"])).rejects.toMatchObject({ code: "model_outside" });
    await mkdir(join(root, "half"));
    await symlink(join(outside, "tokenizer.json"), join(root, "half/tokenizer.json"));
    await writeTinyModel(join(root, "half"), { files: { "tokenizer.json": null } });
    await expect(embed("half", ["退"])).rejects.toMatchObject({
      ...{ code: "model_outside", facts: { folder: "models/half", file: "tokenizer.json" } },
    });
    const name = await put();
    await symlink(join(root, name), join(root, "alias"));
    toBeNear((await embed("alias", ["退"]))[0], mean("退"));
  });
});

test("the list names every folder, with what is missing in it", async () => {
  const good = await put();
  const bad = await put({ files: { "tokenizer.json": null } });
  await writeFile(join(root, "README.txt"), "");
  const found = await models.list();
  expect(found.find(({ name }) => name === good)).toMatchObject({ problem: null });
  expect(found.find(({ name }) => name === bad)).toMatchObject({
    problem: { code: "model_file_missing", facts: { file: "tokenizer.json" } },
  });
  expect(found.some(({ name }) => name === "README.txt")).toBe(false);
  expect(await createLocalModels({ root: join(root, "nowhere"), log }).list()).toEqual([]);
});

describe("the thread", () => {
  const threads: ReturnType<typeof createModelThread>[] = [];
  const start = (limits: { idleMs?: number; runMs?: number; restMs?: number }) => {
    const thread = createModelThread({ log, restMs: 0, ...limits });
    threads.push(thread);
    return { thread, models: createLocalModels({ root, log, thread }) };
  };
  afterEach(() => Promise.all(threads.splice(0).map(({ close }) => close())));
  /** No order of ours: whoever performs it breaks. */
  const BREAKING: ModelOrder = JSON.parse('{"type":"embed"}');

  test("may break, and is started again for the next text", async () => {
    const name = await put();
    const { thread, models: own } = start({});
    await own.embed({ name, texts: ["退"], use: "query" });
    await expect(thread.run(BREAKING)).rejects.toMatchObject({ code: "model_stopped", isPassing: true });
    expect((await own.embed({ name, texts: ["退"], use: "query" })).vectors).toHaveLength(1);
  });

  test("is left alone for a while once it broke", async () => {
    const name = await put();
    const { thread, models: own } = start({ restMs: 60_000 });
    await expect(thread.run(BREAKING)).rejects.toMatchObject({ code: "model_stopped" });
    await expect(own.embed({ name, texts: ["退"], use: "query" })).rejects.toMatchObject({
      code: "model_stopped",
    });
  });

  test("is ended when it hangs", async () => {
    const name = await put();
    const { models: own } = start({ runMs: 1 });
    await expect(own.embed({ name, texts: ["退"], use: "query" })).rejects.toMatchObject({
      code: "model_slow",
    });
  });

  test("does first what somebody waits for, and lets go of what nobody wants any more", async () => {
    const folder = await readModelFolder(root, await put());
    const { thread } = start({});
    const done: string[] = [];
    const left = new AbortController();
    const ask = (text: string, terms: Parameters<typeof thread.run>[1] = {}) =>
      thread.run({ type: "embed", folder, texts: [text], use: "query" }, terms).then(
        () => done.push(text),
        (error: unknown) => done.push(`${text} ${String(error)}`),
      );
    const asked = [ask("退"), ask("货"), ask("运", { signal: left.signal }), ask("费", { urgentMs: 30_000 })];
    left.abort("not wanted");
    await Promise.all(asked);
    expect(done).toEqual(["运 not wanted", "退", "费", "货"]);
  });

  test("nobody waits for it for longer than he would", async () => {
    const name = await put();
    const { models: own } = start({});
    await expect(own.embed({ name, texts: ["退"], use: "query", urgentMs: 1 })).rejects.toMatchObject({
      code: "model_slow",
    });
    // It was being loaded meanwhile, and serves whoever comes next.
    expect((await own.embed({ name, texts: ["退"], use: "query", urgentMs: 30_000 })).vectors).toHaveLength(
      1,
    );
  });
});
