import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { diffOps } from "#flows/editing/diff-ops.ts";
import { extractSubflow } from "#flows/editing/extract/extract-subflow.ts";
import type { Op } from "#flows/editing/op.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let agent: Client;
let url: string;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  agent = await server.signIn(shop.members.agent.email, PASSWORD);
  url = await server.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());
beforeEach(async () => {
  const { sql } = server.database;
  for (const table of ["flow_draft", "draft_change", "draft_snapshot", "draft_recovery"])
    await sql`delete from ${sql(table)}`;
});

const setTitle = (before: string | undefined, value: string): Op => ({
  type: "set",
  path: ["flow", "nodes", "@hello", "title"],
  ...(before === undefined ? {} : { before }),
  value,
});

const save = (ops: readonly Op[], knownRev = 1, client = editor) =>
  client.mutate("draft.save", {
    ...{ botId: shop.botId, changeId: randomUUID(), clientId: randomUUID(), knownRev, ops },
  });

async function readTitle(): Promise<string | undefined> {
  const { data } = await editor.query("draft.get", { botId: shop.botId });
  // as: what our own procedure answers.
  const { bundle } = data as { bundle: { flow: { nodes: { id: string; title?: string }[] } } };
  return bundle.flow.nodes.find(({ id }) => id === "hello")?.title;
}

type Snapshot = { readonly id: string; readonly rev: number; readonly reason: string };

async function listSnapshots(): Promise<readonly Snapshot[]> {
  // as: what our own procedure answers.
  return (await editor.query("draft.snapshots", { botId: shop.botId })).data as readonly Snapshot[];
}

describe("a draft", () => {
  test("of a bot that never had one begins as its live version", async () => {
    expect(await readTitle()).toBe("欢迎语");
  });

  test("is saved by builders and read by everybody of the workspace", async () => {
    expect((await save([setTitle("欢迎语", "新")], 1, agent)).code).toBe("forbidden");
    expect((await agent.query("draft.get", { botId: shop.botId })).status).toBe(200);
    expect(await readTitle()).toBe("欢迎语");
  });

  test("takes nothing that the document could not hold, and says which field", async () => {
    const answer = await save([
      { type: "set", path: ["flow", "nodes", "@hello", "kind"], before: "message", value: 7 },
    ]);
    expect(answer).toMatchObject({ code: "invalid_request", facts: { fields: ["flow.nodes.@hello.kind"] } });
    const proto: Op = { type: "set", path: ["flow", "__proto__"], value: { polluted: true } };
    expect((await save([proto])).code).toBe("invalid_request");
    expect(
      (await save([{ type: "set", path: ["flow", "nodes"], before: [], value: [] }])).data,
    ).toMatchObject({
      conflicts: [{ reason: "changed" }],
    });
    expect(await readTitle()).toBe("欢迎语");
  });

  test("tells whoever was away what was saved since, and to load it anew after too much", async () => {
    await save([setTitle("欢迎语", "一")]);
    await save([setTitle("一", "二")], 2);
    const { data } = await editor.query("draft.changes", { botId: shop.botId, after: 1 });
    expect(data).toMatchObject({ rev: 3, changes: [{ rev: 2 }, { rev: 3, ops: [{ value: "二" }] }] });
    await server.database.sql`delete from draft_change where rev = 2`;
    expect((await editor.query("draft.changes", { botId: shop.botId, after: 1 })).data).toMatchObject({
      changes: null,
    });
  });
});

describe("snapshots", () => {
  test("are taken with the first change and then every fifty, or after five minutes of work", async () => {
    let title = "欢迎语";
    for (let index = 0; index < 52; index += 1) {
      await save([setTitle(title, `第 ${index} 次`)], index + 1);
      title = `第 ${index} 次`;
    }
    expect((await listSnapshots()).map(({ rev }) => rev)).toEqual([51, 1]);
    await server.database.sql`update draft_snapshot set at = now() - interval '6 minutes'`;
    await save([setTitle(title, "又过了五分钟")], 53);
    expect((await listSnapshots()).map(({ rev }) => rev)).toEqual([53, 51, 1]);
  });

  test("are let go after 30 days", async () => {
    await save([setTitle("欢迎语", "一")]);
    await server.database.sql`update draft_snapshot set at = now() - interval '31 days'`;
    await save([setTitle("一", "二")], 2);
    expect((await listSnapshots()).map(({ rev }) => rev)).toEqual([2]);
  });

  test("can be restored, and the restoring can be restored from", async () => {
    await save([setTitle("欢迎语", "改坏了")]);
    const [first] = await listSnapshots();
    const restored = await editor.mutate("draft.restore", { botId: shop.botId, snapshotId: first?.id });
    expect(restored.data).toEqual({ rev: 3 });
    expect(await readTitle()).toBe("欢迎语");
    const [kept] = await listSnapshots();
    expect(kept).toMatchObject({ rev: 2, reason: "restore" });
    await editor.mutate("draft.restore", { botId: shop.botId, snapshotId: kept?.id });
    expect(await readTitle()).toBe("改坏了");
  });
});

test("tests and comments follow their nodes into a sub-flow, and back when it is undone", async () => {
  const { sql } = server.database;
  const [suite] = await sql<{ id: string }[]>`
    insert into test_suite (bot_id, workspace_id, name) values (${shop.botId}, ${shop.workspaceId}, '套件') returning id`;
  const expectation = (flowId: string) => ({ type: "node-visited", flowId, nodeId: "hello" });
  const script = { turns: [{ does: { type: "say", text: "你好" }, expect: [expectation("main")] }] };
  await sql`insert into flow_test (suite_id, bot_id, workspace_id, name, script, source)
    values (${suite?.id ?? ""}, ${shop.botId}, ${shop.workspaceId}, '问候', ${JSON.stringify(script)}::text::jsonb, 'hand')`;
  await sql`insert into flow_comment (bot_id, workspace_id, flow_id, node_id, text, author_name)
    values (${shop.botId}, ${shop.workspaceId}, 'main', 'hello', '太长了', '小周')`;
  const readPlaces = async () => [
    (await sql`select script->'turns'->0->'expect'->0 as named from flow_test`)[0]?.named,
    (await sql`select flow_id from flow_comment where node_id = 'hello'`)[0]?.flow_id,
  ];

  // as: what our own procedure answers.
  const before = ((await editor.query("draft.get", { botId: shop.botId })).data as { bundle: Bundle }).bundle;
  const extracted = extractSubflow(before, "main", {
    ...{ nodes: ["hello"], subflowId: "greeting", title: "问候", newId: randomUUID },
  });
  if (extracted.isRefused) throw new Error("the node can be a sub-flow");
  await save(diffOps(before, extracted.bundle));
  expect(await readPlaces()).toEqual([expectation("greeting"), "greeting"]);
  await save(diffOps(extracted.bundle, before), 2);
  expect(await readPlaces()).toEqual([expectation("main"), "main"]);
});

test("an edit that lost is listed in Recovery with what stood there, until it is dealt with", async () => {
  await save([setTitle("欢迎语", "先到")]);
  await save([setTitle("欢迎语", "后到")]);
  const list = async () =>
    // as: what our own procedure answers.
    (await editor.query("draft.recoveries", { botId: shop.botId })).data as readonly {
      id: string;
      resolvedAt: string | null;
    }[];
  const [lost] = await list();
  expect(lost).toMatchObject({ op: { value: "后到" }, theirs: "先到", isMine: true, resolvedAt: null });
  await editor.mutate("draft.resolveRecovery", { botId: shop.botId, recoveryId: lost?.id, isResolved: true });
  expect((await list())[0]?.resolvedAt).not.toBeNull();
});

describe("the stream of a bot's builder", () => {
  const open = (cookie: string, botId = shop.botId) =>
    fetch(`${url}/console/events?bot=${botId}`, { headers: { cookie } });

  test("is for members of its workspace only", async () => {
    expect((await open("")).status).toBe(401);
    expect((await open(editor.cookie, randomUUID())).status).toBe(404);
    expect((await open(editor.cookie, "x")).status).toBe(400);
  });

  test("tells of a change after it is saved, and of who is here", async () => {
    const response = await open(editor.cookie);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const seen: ConsoleEvent[] = [];
    const until = async (type: ConsoleEvent["type"]): Promise<void> => {
      while (!seen.some((event) => event.type === type)) {
        const { value = "" } = (await reader?.read()) ?? {};
        for (const [, json = ""] of value.matchAll(/^data: (.+)$/gm)) seen.push(JSON.parse(json));
      }
    };
    await save([setTitle("欢迎语", "新")]);
    await until("draft-changed");
    expect(seen[0]).toMatchObject({ rev: 2 });
    const place = { flowId: "main", nodeId: "hello", cursor: { x: 1, y: 2 }, isLeaving: false };
    await agent.mutate("draft.presence", { botId: shop.botId, clientId: randomUUID(), ...place });
    await until("presence");
    expect(seen.at(-1)).toMatchObject({ name: "agent", ...place });
    await reader?.cancel();
  });
});
