import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  FAKE_KEY,
  FAKE_MODEL,
  type FakeProvider,
  startFakeProvider,
} from "#server/knowledge/embedding/fixtures/fake-provider.ts";
import { writeTinyModel } from "#server/knowledge/embedding/fixtures/tiny-model.ts";
import {
  createLocalModels,
  type LocalModels,
} from "#server/knowledge/embedding/local/create-local-models.ts";
import { log } from "#server/log.ts";
import { createOutboundClient } from "#server/net/create-outbound-client.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { seedKnowledge } from "../fixtures/seed-knowledge.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let workspace: SeededWorkspace;
let owner: Client;
let fake: FakeProvider;
let baseId: string;
let root: string;
let models: LocalModels;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "jieda-"));
  await writeTinyModel(join(root, "tiny-zh"));
  await writeTinyModel(join(root, "half-zh"), { files: { "tokenizer.json": null } });
  models = createLocalModels({ root, log });
  server = await createConsole({ outbound: createOutboundClient({ allowCidr: ["127.0.0.0/8"] }), models });
  const { hash } = (await server.auth.$context).password;
  workspace = await seedWorkspace({ sql: server.database.sql, name: "alpha", hash });
  ({ baseId } = await seedKnowledge(server.database.sql, workspace));
  owner = await server.signIn(workspace.members.owner.email, PASSWORD);
});
afterAll(async () => {
  await models.close();
  await server.close();
  await rm(root, { recursive: true });
});
beforeEach(async () => {
  fake = await startFakeProvider();
  await server.database.sql`delete from embedding_provider`;
  return () => fake.close();
});

const given = (more: object = {}) => ({
  baseUrl: fake.baseUrl,
  model: FAKE_MODEL,
  apiKey: FAKE_KEY,
  batchSize: 8,
  ...more,
});
const save = (more: object = {}) => owner.mutate("knowledge.vectors.saveProvider", given(more));
const read = async () => (await owner.query("knowledge.vectors.provider")).data;

describe("a provider", () => {
  test("is kept once it works, and its key is sealed and never comes back", async () => {
    const { data, body } = await save();
    expect(data).toMatchObject({ type: "works", dimensions: 64 });
    expect(await read()).toMatchObject({
      baseUrl: fake.baseUrl,
      model: FAKE_MODEL,
      hasKey: true,
      dimensions: 64,
    });
    expect(body + JSON.stringify(await read())).not.toContain(FAKE_KEY);
    const [row] = await server.database.sql`select api_key from embedding_provider`;
    expect(row?.api_key).not.toContain(FAKE_KEY);
    const audit = await server.database
      .sql`select facts, target from audit_entry where action = 'embedding-changed'`;
    expect(JSON.stringify(audit)).toContain(FAKE_MODEL);
    expect(JSON.stringify(audit)).not.toContain(FAKE_KEY);
  });

  test("that does not work changes nothing, and says what is wrong", async () => {
    await save();
    const before = await read();
    expect((await save({ apiKey: "sk-wrong" })).data).toMatchObject({
      type: "fails",
      code: "key_refused",
      facts: { status: 401 },
    });
    expect((await save({ model: "other" })).data).toMatchObject({ type: "fails", code: "refused" });
    expect(await read()).toEqual(before);
  });

  test("keeps its key while other things change, and for its own address only", async () => {
    await save();
    const { apiKey: _, ...keyless } = given();
    expect(
      (await owner.mutate("knowledge.vectors.saveProvider", { ...keyless, batchSize: 4 })).data,
    ).toMatchObject({ type: "works" });
    const elsewhere = await owner.mutate("knowledge.vectors.tryProvider", {
      ...keyless,
      baseUrl: "https://thief.example/v1",
    });
    expect(elsewhere).toMatchObject({ code: "invalid_request", facts: { reason: "key_needed" } });
  });

  test("that is tried is not kept", async () => {
    expect((await owner.mutate("knowledge.vectors.tryProvider", given())).data).toMatchObject({
      type: "works",
    });
    expect(await read()).toBeNull();
  });

  test.each([
    { baseUrl: "ftp://example.com" },
    { baseUrl: "file:///etc/passwd" },
    { baseUrl: "no address" },
    { model: "" },
    { batchSize: 0 },
    { batchSize: 65 },
    { apiKey: "two\nlines" },
    { extra: true },
    { baseUrl: null, apiKey: undefined, batchSize: undefined, model: "../models" },
    { baseUrl: null },
  ])("is refused with %j", async (more) => {
    expect((await save(more)).code).toBe("invalid_request");
  });

  test("is the managers' alone", async () => {
    const editor = await server.signIn(workspace.members.editor.email, PASSWORD);
    expect((await editor.query("knowledge.vectors.provider")).code).toBe("forbidden");
    expect((await editor.mutate("knowledge.vectors.saveProvider", given())).code).toBe("forbidden");
  });
});

describe("a model on this machine", () => {
  const choose = (model: string) => owner.mutate("knowledge.vectors.saveProvider", { baseUrl: null, model });

  test("is found in its folder, chosen by its name, and used without an address or a key", async () => {
    expect((await owner.query("knowledge.vectors.models")).data).toMatchObject([
      { name: "half-zh", problem: { code: "model_file_missing", facts: { file: "tokenizer.json" } } },
      { name: "tiny-zh", problem: null },
    ]);
    expect((await choose("tiny-zh")).data).toMatchObject({ type: "works", dimensions: 8 });
    expect(await read()).toMatchObject({ baseUrl: null, model: "tiny-zh", hasKey: false });
    expect((await choose("half-zh")).data).toMatchObject({ type: "fails", code: "model_file_missing" });
    expect(await read()).toMatchObject({ model: "tiny-zh" });
  });

  test.each(["../tiny-zh", "/etc", "..", "a/b", "", "tiny-zh/"])(
    "is never looked for as %j",
    async (name) => {
      expect((await choose(name)).code).toBe("invalid_request");
    },
  );

  test("is the managers' alone", async () => {
    const editor = await server.signIn(workspace.members.editor.email, PASSWORD);
    expect((await editor.query("knowledge.vectors.models")).code).toBe("forbidden");
  });

  test("gives its place to a service, whose key does not go with it", async () => {
    await choose("tiny-zh");
    const { apiKey: _, ...keyless } = given();
    expect((await owner.mutate("knowledge.vectors.saveProvider", keyless)).facts).toMatchObject({
      reason: "key_needed",
    });
    expect((await save()).data).toMatchObject({ type: "works", dimensions: 64 });
  });
});

describe("the vectors of a base", () => {
  const state = async () => (await owner.query("knowledge.vectors.state", { baseId })).data;

  test("are nothing without a provider, wait with one, and can be stopped and gone on with", async () => {
    expect(await state()).toBeNull();
    expect((await owner.mutate("knowledge.vectors.cancel", { baseId })).facts).toMatchObject({
      reason: "nothing_under_way",
    });
    await save();
    expect(await state()).toMatchObject({ state: "queued", done: 0 });
    await server.database.sql`
      insert into base_embedding (base_id, workspace_id, state, error_code) values (${baseId}, ${workspace.workspaceId}, 'queued', 'timeout')`;
    await owner.mutate("knowledge.vectors.cancel", { baseId });
    expect(await state()).toMatchObject({ state: "cancelled", errorCode: null });
    await owner.mutate("knowledge.vectors.retry", { baseId });
    expect(await state()).toMatchObject({ state: "queued" });
    expect((await owner.mutate("knowledge.vectors.removeProvider")).status).toBe(200);
    expect(await state()).toBeNull();
    expect((await owner.mutate("knowledge.vectors.removeProvider")).code).toBe("not_found");
  });
});

test("what happens around a base is told to members of its workspace only", async () => {
  const listen = (query: string, cookie: string) =>
    server.app.inject({ method: "GET", url: `/console/events?${query}`, headers: { cookie } });
  expect((await listen(`base=${baseId}`, "")).statusCode).toBe(401);
  expect((await listen(`base=${workspace.botId}`, owner.cookie)).statusCode).toBe(404);
  expect((await listen(`base=${baseId}&bot=${workspace.botId}`, owner.cookie)).statusCode).toBe(400);
  const { hash } = (await server.auth.$context).password;
  const other = await seedWorkspace({ sql: server.database.sql, name: "beta", hash });
  const stranger = await server.signIn(other.members.owner.email, PASSWORD);
  expect((await listen(`base=${baseId}`, stranger.cookie)).statusCode).toBe(404);
});
