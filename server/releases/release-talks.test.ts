import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Drawing, drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { log } from "#server/log.ts";
import type { ConversationRef, PublicMessage } from "#server/runtime/contract.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { createVersionStore } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import { checkGuards } from "./watch-gray.ts";

/** From the editor's click on "publish" to the customer in the middle of a form: the console and two processes that serve talks. */

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let here: RuntimeHost;
/** Another process: nobody tells it of a release. */
let elsewhere: RuntimeHost;
let now = Date.now();

beforeAll(async () => {
  server = await createConsole({ forgetBots: () => here.bots.forgetAll() });
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  const open = () => createRuntime({ sql, log, registry: nodeRegistry, tasks: [], now: () => now });
  [here, elsewhere] = [open(), open()];
});
afterAll(async () => {
  await Promise.all([here.drain(1_000), elsewhere.drain(1_000)]);
  await server.close();
});

const message = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });
const ask = (question: string, variable: string) => ({ kind: "ask", config: { question, variable } });

/** Asks for a name and a phone number, then says what it heard. */
function draw(tell: string, more: Partial<Drawing> = {}): Bundle {
  return bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        name: ask("怎么称呼您？", "name"),
        phone: ask("手机号？", "phone"),
        tell: message(tell),
        end: { kind: "end", config: { keepOpen: true } },
      },
      wires: ["start.next -> name", "name.answered -> phone", "phone.answered -> tell", "tell.next -> end"],
      variables: [
        { name: "name", type: "text" },
        { name: "phone", type: "text" },
      ],
      ...more,
    }),
  );
}

const published = z.object({ type: z.literal("published"), versionId: z.string(), number: z.number() });

async function saveDraft(bundle: Bundle): Promise<number> {
  const [row] = await server.database.sql<{ rev: number }[]>`
    insert into flow_draft (bot_id, workspace_id, bundle, rev)
    values (${shop.botId}, ${shop.workspaceId}, ${JSON.stringify(bundle)}::text::jsonb, 1)
    on conflict (bot_id) do update set bundle = excluded.bundle, rev = flow_draft.rev + 1 returning rev`;
  return row?.rev ?? 0;
}

async function publish(bundle: Bundle, running = "finish", more = {}) {
  const draftRev = await saveDraft(bundle);
  const answer = await editor.mutate("release.publish", {
    botId: shop.botId,
    draftRev,
    note: "",
    running,
    ...more,
  });
  const result = published.safeParse(answer.data);
  if (!result.success) throw new Error(`not published: ${answer.body}`);
  return result.data;
}

async function open(host: RuntimeHost, contactKey = `visitor:${crypto.randomUUID()}`) {
  const { conversationId, messages } = await host.startConversation({
    ...{ botId: shop.botId, channel: "web", locale: "zh-CN", contactKey },
    ...{ isVerified: false, contactName: null, context: {} },
  });
  return {
    ref: { conversationId, workspaceId: shop.workspaceId, botId: shop.botId },
    said: toTexts(messages),
  };
}

async function say(host: RuntimeHost, ref: ConversationRef, text: string): Promise<string[]> {
  const input = { clientId: crypto.randomUUID(), text, choice: null, attachments: [] };
  return toTexts((await host.receiveMessage(ref, input)).messages);
}

const toTexts = (messages: readonly PublicMessage[]) =>
  messages.flatMap(({ parts }) => parts.map((part) => (part.type === "text" ? part.text : part.type)));

async function versionOf({ conversationId }: ConversationRef): Promise<string | undefined> {
  const [row] = await server.database.sql<{ id: string }[]>`
    select version_id as id from conversation where id = ${conversationId}`;
  return row?.id;
}

/** The log alone gives the session and the words of the talk again, over the change of versions (I5). */
async function expectReplay({ conversationId }: ConversationRef): Promise<void> {
  const { sql } = server.database;
  const versions = createVersionStore({ sql, registry: nodeRegistry });
  const replay = await replayConversation(sql, conversationId, (id) => versions.get(id));
  const [stored] = await sql`select session from conversation where id = ${conversationId}`;
  const said =
    await sql`select turn, parts from message where conversation_id = ${conversationId} and role = 'bot' order by seq`;
  expect(replay.session).toEqual(stored?.session);
  expect(replay.said).toEqual([...said]);
}

describe("a talk that stands at a question when a new version goes live", () => {
  test("finishes on its version, while new talks get the new one", async () => {
    const old = await publish(draw("旧版：{{ name }}"));
    const { ref } = await open(here);
    await say(here, ref, "小林");
    const fresh = await publish(draw("新版：{{ name }}"), "finish");
    expect(await say(here, ref, "138")).toEqual(["旧版：小林"]);
    expect(await versionOf(ref)).toBe(old.versionId);
    expect(await versionOf((await open(here)).ref)).toBe(fresh.versionId);
    await expectReplay(ref);
  });

  test("goes on at the same question of the new version, with what it was told, and stays there", async () => {
    await publish(draw("旧版：{{ name }}"));
    const { ref } = await open(here);
    await say(here, ref, "小林");
    const variables: Drawing["variables"] = [
      { name: "name", type: "text" },
      { name: "phone", type: "text" },
      { name: "gift", type: "text", default: "帆布袋" },
    ];
    const fresh = await publish(draw("新版：{{ name }}，送{{ gift }}", { variables }), "move");
    expect(await say(here, ref, "138")).toEqual(["新版：小林，送帆布袋"]);
    expect(await versionOf(ref)).toBe(fresh.versionId);
    await expectReplay(ref);
  });

  test("takes the flow's fallback where the question is gone, and can go on", async () => {
    await publish(draw("旧版"));
    const { ref } = await open(here);
    await say(here, ref, "小林");
    const fresh = await publish(
      draw("新版：{{ name }}", {
        nodes: {
          start: { kind: "start" },
          name: ask("怎么称呼您？", "name"),
          tell: message("新版：{{ name }}"),
          end: { kind: "end", config: { keepOpen: true } },
        },
        wires: ["start.next -> name", "name.answered -> tell", "tell.next -> end"],
        settings: { fallback: { text: "我们刚刚更新了流程，请再说一次。" } },
      }),
      "move",
    );
    expect(await say(here, ref, "138")).toEqual(["我们刚刚更新了流程，请再说一次。"]);
    expect(await versionOf(ref)).toBe(fresh.versionId);
    expect(await say(here, ref, "在吗")).toEqual(["怎么称呼您？"]);
    await expectReplay(ref);
  });

  test("begins anew with its next message when it is told to restart", async () => {
    await publish(draw("旧版"));
    const { ref } = await open(here);
    await say(here, ref, "小林");
    const fresh = await publish(draw("新版：{{ name }}"), "restart");
    expect(await say(here, ref, "138")).toEqual(["怎么称呼您？"]);
    expect(await say(here, ref, "小王")).toEqual(["手机号？"]);
    expect(await say(here, ref, "139")).toEqual(["新版：小王"]);
    expect(await versionOf(ref)).toBe(fresh.versionId);
    await expectReplay(ref);
  });

  test("over two releases lands on the newest", async () => {
    await publish(draw("一"));
    const { ref } = await open(here);
    await say(here, ref, "小林");
    await publish(draw("二"), "move");
    const newest = await publish(draw("三"), "move");
    expect(await say(here, ref, "138")).toEqual(["三"]);
    expect(await versionOf(ref)).toBe(newest.versionId);
    await expectReplay(ref);
  });
});

describe("a rollback", () => {
  test("serves the older version again and takes open talks along; nothing leads back to the newer one", async () => {
    const old = await publish(draw("旧版：{{ name }}"));
    await publish(draw("新版：{{ name }}"), "move");
    const { ref } = await open(here);
    await say(here, ref, "小林");
    const draftBefore = await server.database.sql`select * from flow_draft where bot_id = ${shop.botId}`;
    const answer = await editor.mutate("release.rollBack", { versionId: old.versionId, running: "move" });
    expect(answer.data).toMatchObject({ number: old.number });
    expect(await say(here, ref, "138")).toEqual(["旧版：小林"]);
    const later = await open(here);
    expect(await versionOf(later.ref)).toBe(old.versionId);
    await say(here, later.ref, "小王");
    expect(await say(here, later.ref, "139")).toEqual(["旧版：小王"]);
    expect(await versionOf(later.ref)).toBe(old.versionId);
    expect(await server.database.sql`select * from flow_draft where bot_id = ${shop.botId}`).toEqual(
      draftBefore,
    );
    await expectReplay(ref);
  });

  test("reaches other processes within two seconds, untold", async () => {
    const old = await publish(draw("旧版"));
    const fresh = await publish(draw("新版"));
    now += 10_000;
    expect(await versionOf((await open(elsewhere)).ref)).toBe(fresh.versionId);
    await editor.mutate("release.rollBack", { versionId: old.versionId, running: "finish" });
    now += 2_001;
    expect(await versionOf((await open(elsewhere)).ref)).toBe(old.versionId);
  });

  test("leaves a line in the audit log and in the bot's history", async () => {
    const { sql } = server.database;
    const [audit] =
      await sql`select actor_name, action, facts from audit_entry where action = 'version-rolled-back' order by id desc limit 1`;
    expect(audit).toMatchObject({ actor_name: "editor", facts: { running: "finish" } });
    const [event] =
      await sql`select kind, author_name from release_event where bot_id = ${shop.botId} order by id desc limit 1`;
    expect(event).toEqual({ kind: "rolled-back", author_name: "editor" });
  });
});

describe("a publication", () => {
  test("asked for twice at once is one version", async () => {
    const draftRev = await saveDraft(draw("双击"));
    const input = { botId: shop.botId, draftRev, note: "双击", running: "finish" };
    const answers = await Promise.all([
      editor.mutate("release.publish", input),
      editor.mutate("release.publish", input),
    ]);
    const [one, other] = answers.map(({ data }) => published.parse(data));
    expect(other).toEqual(one);
    const rows = await server.database
      .sql`select from flow_version where bot_id = ${shop.botId} and note = '双击'`;
    expect(rows).toHaveLength(1);
  });

  test("with errors is refused with all of them, and what is live stays live", async () => {
    const live = await publish(draw("好的"));
    const draftRev = await saveDraft(draw("{{ 没有的变量 }}", { wires: ["start.next -> name"] }));
    const answer = await editor.mutate("release.publish", {
      botId: shop.botId,
      draftRev,
      note: "",
      running: "restart",
    });
    const refused = z
      .object({ type: z.literal("refused"), problems: z.array(z.unknown()) })
      .parse(answer.data);
    expect(refused.problems.length).toBeGreaterThan(1);
    expect(await versionOf((await open(here)).ref)).toBe(live.versionId);
  });

  test("of a draft that somebody changed meanwhile is refused, with their names", async () => {
    const draftRev = await saveDraft(draw("我看到的"));
    await saveDraft(draw("别人又改了"));
    await server.database.sql`
      insert into draft_change (bot_id, rev, workspace_id, change_id, client_id, author_id, author_name, ops)
      values (${shop.botId}, ${draftRev + 1}, ${shop.workspaceId}, ${crypto.randomUUID()}, ${crypto.randomUUID()}, 'x', '小周', '[]')`;
    const answer = await editor.mutate("release.publish", {
      botId: shop.botId,
      draftRev,
      note: "",
      running: "finish",
    });
    expect(answer.code).toBe("conflict");
    expect(answer.facts).toEqual({ reason: "draft_changed", rev: draftRev + 1, authors: ["小周"] });
  });
});

describe("required tests", () => {
  const script = {
    turns: [{ does: { type: "say", text: "小林" }, expect: [{ type: "reply-equals", text: "手机号？" }] }],
  };
  const ask = (more: object, client = editor) =>
    client.mutate("release.publish", { botId: shop.botId, note: "", running: "finish", ...more });

  test("that have not run on this draft are run, those that failed keep it back, and a reason of the owner lets it out", async () => {
    const { sql } = server.database;
    const [suite] = await sql<
      { id: string }[]
    >`insert into test_suite (bot_id, workspace_id, name, is_required)
      values (${shop.botId}, ${shop.workspaceId}, '必过', true) returning id`;
    await sql`insert into flow_test (suite_id, bot_id, workspace_id, name, script, source)
      values (${suite?.id ?? null}, ${shop.botId}, ${shop.workspaceId}, '问手机号', ${JSON.stringify(script)}::text::jsonb, 'hand')`;
    const draftRev = await saveDraft(draw("有测试的版本"));

    const first = z
      .object({ type: z.literal("tests-running"), runId: z.string() })
      .parse((await ask({ draftRev })).data);
    await sql`update test_run set state = 'done', results = jsonb_build_object('tests', jsonb_build_array(jsonb_build_object('passed', false)))
      where id = ${first.runId}`;
    expect((await ask({ draftRev })).data).toMatchObject({
      type: "tests-failed",
      gate: { failed: [{ name: "问手机号" }] },
    });

    const override = { reason: "促销页面等不了" };
    expect((await ask({ draftRev, override })).code).toBe("forbidden");
    const owner = await server.signIn(shop.members.owner.email, PASSWORD);
    const { number } = published.parse((await ask({ draftRev, override }, owner)).data);
    const [audit] =
      await sql`select facts from audit_entry where action = 'version-published' order by id desc limit 1`;
    expect(audit?.facts).toMatchObject({ number, override: "促销页面等不了" });
    const [version] =
      await sql`select test_report as report from flow_version where bot_id = ${shop.botId} and number = ${number}`;
    expect(version?.report).toEqual({ passed: 0, failed: 1, override: "促销页面等不了" });
    await sql`delete from test_suite where bot_id = ${shop.botId}`;
  });
});

const noGuard = { conversationsMin: 1, failureRateMax: null, fallbackRateMax: null, downRateMax: null };
const everybody = { percent: 100, allowList: [], channels: [], tags: [] };

describe("a gray release", () => {
  test("serves its share of new talks and the allowed customers, beside the live version", async () => {
    const live = await publish(draw("全量"));
    const gray = await publish(draw("灰度"), "finish", {
      gray: { audience: { ...everybody, percent: 0, allowList: ["visitor:vip"] }, guard: noGuard },
    });
    expect(await versionOf((await open(here, "visitor:vip")).ref)).toBe(gray.versionId);
    expect(await versionOf((await open(here, "visitor:other")).ref)).toBe(live.versionId);

    await editor.mutate("release.changeGray", {
      botId: shop.botId,
      audience: { ...everybody, tags: ["会员"] },
      guard: noGuard,
    });
    expect(await versionOf((await open(here, "visitor:member")).ref)).toBe(live.versionId);
    await server.database
      .sql`update contact set tags = '{会员}' where bot_id = ${shop.botId} and key = 'visitor:member'`;
    expect(await versionOf((await open(here, "visitor:member")).ref)).toBe(gray.versionId);

    await editor.mutate("release.promoteGray", { botId: shop.botId, running: "finish" });
    expect(await versionOf((await open(here, "visitor:other")).ref)).toBe(gray.versionId);
  });

  test("is halted by its guard: new talks get the live version again, and everybody can read why", async () => {
    const live = await publish(draw("全量"));
    const gray = await publish(draw("灰度"), "finish", {
      gray: { audience: everybody, guard: { ...noGuard, conversationsMin: 3, downRateMax: 0.3 } },
    });
    const talks = await Promise.all([open(here), open(here), open(here)]);
    await checkGuards({ sql: server.database.sql, log });
    expect(await versionOf((await open(here)).ref)).toBe(gray.versionId);
    for (const { ref } of talks.slice(0, 2)) {
      await server.database.sql`insert into rating (workspace_id, bot_id, conversation_id, value)
        values (${shop.workspaceId}, ${shop.botId}, ${ref.conversationId}, 'down')`;
    }
    await checkGuards({ sql: server.database.sql, log, announce: () => here.bots.forgetAll() });
    expect(await versionOf((await open(here)).ref)).toBe(live.versionId);
    const { data } = await editor.query("release.get", { botId: shop.botId });
    expect(data).toMatchObject({
      gray: { state: "halted", haltReason: { metric: "down", value: 0.5, max: 0.3 } },
      liveNumber: live.number,
    });
    await editor.mutate("release.stopGray", { botId: shop.botId, running: "move" });
    const [first] = talks;
    if (!first) throw new Error("no talk");
    await say(here, first.ref, "小林");
    expect(await say(here, first.ref, "138")).toEqual(["全量"]);
    await expectReplay(first.ref);
  });

  test("a second one at the same time is refused", async () => {
    await publish(draw("全量"));
    await publish(draw("灰度"), "finish", { gray: { audience: everybody, guard: noGuard } });
    const draftRev = await saveDraft(draw("又一个"));
    const answer = await editor.mutate("release.publish", {
      ...{
        botId: shop.botId,
        draftRev,
        note: "",
        running: "finish",
        gray: { audience: everybody, guard: noGuard },
      },
    });
    expect(answer.facts).toEqual({ reason: "gray_open" });
    await editor.mutate("release.stopGray", { botId: shop.botId, running: "finish" });
  });
});
