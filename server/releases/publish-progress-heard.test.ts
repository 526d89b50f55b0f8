import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";
import { publishBoard } from "#server/releases/publish-progress.ts";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";

/** What other tabs and other people see while somebody publishes. */

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let reviewer: Client;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  reviewer = await server.signIn(shop.members.reviewer.email, PASSWORD);
});
afterAll(() => server.close());

const THINGS = [
  "退货",
  "换货",
  "发票",
  "物流",
  "优惠券",
  "会员",
  "尺码",
  "库存",
  "维修",
  "积分",
  "地址",
  "支付",
];
const WAYS = ["怎么", "可以", "我要", "请问", "帮我", "能不能", "在哪里", "什么时候", "为什么不能", "谁负责"];
const ENDS = [
  "办理",
  "查一下",
  "取消",
  "修改",
  "申请",
  "看到",
  "使用",
  "延期",
  "打印",
  "转让",
  "补发",
  "投诉",
];

/** Takes a second or more to learn: 12 intents with 120 examples each. */
const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      ask: {
        kind: "intent",
        config: {
          intents: THINGS.map((name, at) => ({
            id: `i${at}`,
            name,
            examples: WAYS.flatMap((way) => ENDS.map((end) => `${way}${end}${name}`)),
          })),
        },
      },
      end: { kind: "end" },
    },
    wires: ["start.next -> ask", "ask.none -> end", ...THINGS.map((_, at) => `ask.i${at} -> end`)],
  }),
);

async function publish() {
  const [row] = await server.database.sql<{ rev: number }[]>`
    insert into flow_draft (bot_id, workspace_id, bundle, rev)
    values (${shop.botId}, ${shop.workspaceId}, ${JSON.stringify(bundle)}::text::jsonb, 1)
    on conflict (bot_id) do update set rev = flow_draft.rev + 1 returning rev`;
  return editor.mutate("release.publish", {
    ...{ botId: shop.botId, draftRev: row?.rev, note: "", running: "finish" },
  });
}

test("others hear what is being learned and how far it is, can ask for it, and hear how it ended", async () => {
  const events: ConsoleEvent[] = [];
  const asked: ReturnType<Client["query"]>[] = [];
  const leave = server.consoleBus.subscribe(shop.botId, (event) => {
    events.push(event);
    if (event.type === "publishing" && asked.length === 0)
      asked.push(reviewer.query("release.publishing", { botId: shop.botId }));
  });
  const answer = await publish();
  leave();
  expect(answer.data).toMatchObject({ type: "published", number: 2 });

  const steps = events.flatMap((event) => (event.type === "publishing" ? [event.progress] : []));
  const learning = steps.flatMap(({ step }) => (step.type === "learning" ? [step] : []));
  expect(learning.length).toBeGreaterThan(0);
  expect(learning[0]).toMatchObject({ kind: "intents", at: 1, total: 1 });
  const shares = learning.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(steps.every(({ by }) => by.id === shop.members.editor.userId)).toBe(true);
  expect(events.slice(-2)).toEqual([
    { type: "publish-ended", number: 2, reason: null },
    { type: "release-changed" },
  ]);
  const [told] = await Promise.all(asked);
  expect(told?.data).toMatchObject({ by: { id: shop.members.editor.userId } });
  expect((await reviewer.query("release.publishing", { botId: shop.botId })).data).toBeNull();
});

test("a refused publication leaves nothing behind that says it goes on", async () => {
  const answer = await editor.mutate("release.publish", {
    ...{ botId: shop.botId, draftRev: 1_000, note: "", running: "finish" },
  });
  expect(answer.code).toBe("conflict");
  expect((await editor.query("release.publishing", { botId: shop.botId })).data).toBeNull();
});

test("a publication of another workspace's bot holds no place and names nobody, however long it waits to be turned away", async () => {
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  const other = await seedWorkspace({ sql, name: "other", hash });
  const stranger = await server.signIn(other.members.editor.email, PASSWORD);
  const events: ConsoleEvent[] = [];
  const leave = server.consoleBus.subscribe(shop.botId, (event) => events.push(event));
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const foreign = await sql.begin(async (tx) => {
      await tx`lock table flow_draft in access exclusive mode`;
      const asked = stranger.mutate("release.publish", {
        ...{ botId: shop.botId, draftRev: 1, note: "", running: "finish" },
      });
      await vi.waitFor(async () => {
        const waiting = await tx`
          select from pg_locks where not granted and relation = 'flow_draft'::regclass`;
        expect(waiting).toHaveLength(1);
      });
      expect(publishBoard.find(shop.botId)).toBeNull();
      vi.advanceTimersByTime(5_000);
      return { asked };
    });
    expect((await foreign.asked).code).toBe("not_found");
  } finally {
    vi.useRealTimers();
    leave();
  }
  expect(publishBoard.find(shop.botId)).toBeNull();
  expect(events).toEqual([]);
});
