import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import { findPrintedPart } from "#flows/preview/find-printed-part.ts";
import type { Answer, Client, Console } from "../fixtures/create-console.ts";
import { createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;

const toBundle = (examples: readonly string[], answer = "十元"): Bundle =>
  bundleSchema.parse({
    flow: {
      schema: 1,
      nodes: [
        { id: "start", kind: "start", version: 1, position: { x: 0, y: 0 }, config: {} },
        {
          id: "what",
          kind: "intent",
          version: 1,
          position: { x: 280, y: 0 },
          config: {
            intents: [
              { id: "return", name: "退货", examples, negatives: [] },
              { id: "order", name: "查订单", examples: ["我的订单到哪了", "查一下物流", "快递几天到"] },
            ],
          },
        },
      ],
      edges: [{ id: "e1", from: "start", port: "next", to: "what" }],
    },
    faqSets: {
      shop: {
        name: "店铺",
        entries: [
          { id: "fee", question: "运费多少钱", similar: ["邮费怎么算", "要付运费吗"], answer },
          { id: "open", question: "几点开门", similar: ["营业时间", "什么时候上班"], answer: "九点" },
        ],
      },
    },
  });

const SAVED = toBundle(["我要退货", "怎么退掉", "不想要了退款"]);

const intent = (text: string): InlineRequest => ({
  mode: "inline",
  name: "match-intent",
  input: { flowId: "main", nodeId: "what", text },
});
const faq = (text: string): InlineRequest => ({
  mode: "inline",
  name: "match-faq",
  input: { faqSets: ["shop"], text },
});

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  shop = await seedWorkspace({ sql, name: "shop", hash: (await server.auth.$context).password.hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  await sql`insert into flow_draft (bot_id, workspace_id, bundle)
    values (${shop.botId}, ${shop.workspaceId}, ${sql.json(JSON.parse(JSON.stringify(SAVED)))})
    on conflict (bot_id) do update set bundle = excluded.bundle, rev = flow_draft.rev + 1`;
});
afterAll(() => server.close());

async function ask(request: InlineRequest, seen: Bundle, more: object = {}): Promise<Answer> {
  const expects = findPrintedPart(seen, request)?.print ?? null;
  const input = { botId: shop.botId, request, locale: "zh-CN", expects, ...more };
  for (;;) {
    const answer = await editor.mutate("preview.match", input);
    if ((answer.data as { readonly type?: string } | undefined)?.type !== "learning") return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test("a saved draft is learned once and then answers at once", async () => {
  const first = await editor.mutate("preview.match", {
    botId: shop.botId,
    request: intent("我要退货"),
    locale: "zh-CN",
    expects: null,
  });
  expect(first.data).toEqual({ type: "learning" });
  const answer = await ask(intent("我要退货"), SAVED);
  expect(answer.data).toMatchObject({
    type: "matched",
    value: { outcome: "sure", candidates: [{ intentId: "return" }] },
  });
  const again = await editor.mutate("preview.match", {
    botId: shop.botId,
    request: intent("查一下物流"),
    locale: "zh-CN",
    expects: null,
  });
  expect(again.data).toMatchObject({ type: "matched", value: { candidates: [{ intentId: "order" }] } });
});

test("what is on the screen counts: an unsaved example is stale, and is matched when it is sent along", async () => {
  const seen = toBundle(["我要退货", "怎么退掉", "不想要了退款", "鞋子磨脚"]);
  expect((await ask(intent("鞋子磨脚"), seen)).data).toEqual({ type: "stale" });
  const part = findPrintedPart(seen, intent(""))?.part;
  const isReturn = { type: "matched", value: { candidates: [{ intentId: "return" }] } };
  expect((await ask(intent("鞋子磨脚"), seen, { part })).data).toMatchObject(isReturn);
  // Sent once, it is known by its print.
  expect((await ask(intent("鞋子磨脚"), seen)).data).toMatchObject(isReturn);
});

test("a changed answer is said at once, without anything being learned again", async () => {
  expect((await ask(faq("运费多少钱"), SAVED)).data).toMatchObject({
    type: "matched",
    value: { outcome: "sure", candidates: [{ entryId: "fee", answer: "十元" }] },
  });
  const seen = toBundle([], "满百包邮");
  const part = findPrintedPart(seen, faq(""))?.part;
  const answer = await editor.mutate("preview.match", {
    botId: shop.botId,
    request: faq("运费多少钱"),
    locale: "zh-CN",
    expects: findPrintedPart(seen, faq(""))?.print,
    part,
  });
  expect(answer.data).toMatchObject({ type: "matched", value: { candidates: [{ answer: "满百包邮" }] } });
});

test("words of the workspace count in the draft at once, without anything being learned again", async () => {
  const { sql } = server.database;
  await ask(intent("我要退货"), SAVED);
  const input = { botId: shop.botId, request: intent("我要拒签件"), locale: "zh-CN", expects: null };
  const isReturn = { type: "matched", value: { outcome: "sure", candidates: [{ intentId: "return" }] } };
  expect((await editor.mutate("preview.match", input)).data).not.toMatchObject(isReturn);
  const { workspaceId } = shop;
  await sql`insert into faq_synonym (workspace_id, words) values (${workspaceId}, ${["拒签件", "退货"]})`;
  expect((await editor.mutate("preview.match", input)).data).toMatchObject(isReturn);
  await sql`delete from faq_synonym where workspace_id = ${workspaceId}`;
  expect((await editor.mutate("preview.match", input)).data).not.toMatchObject(isReturn);
});

test("a part that is no part of a draft is refused", async () => {
  for (const part of [
    { type: "intents", intents: "all" },
    { type: "faq", sets: { shop: { entries: 1 } } },
    7,
  ]) {
    const input = { botId: shop.botId, request: intent("hi"), locale: "en", expects: "x", part };
    expect((await editor.mutate("preview.match", input)).code).toBe("invalid_request");
  }
});

test("a stored talk comes with its events, stamps and words", async () => {
  const { sql } = server.database;
  const { conversationId, workspaceId } = shop;
  await sql`update turn set replay = '{"at": 1772416800000, "seed": 5, "calls": {"c1": {"outcome": "none"}}}'
    where conversation_id = ${conversationId} and number = 1`;
  const body = {
    type: "conversation-started",
    locale: "zh-CN",
    channel: "web",
    contactId: "c",
    context: {},
    contact: {},
  };
  await sql`insert into inbound (conversation_id, client_id, workspace_id, kind, body, state, turn)
    values (${conversationId}, 'start', ${workspaceId}, 'start', ${sql.json(body)}, 'done', 1)`;
  const answer = await editor.query("preview.recording", { conversationId });
  expect(answer.data).toMatchObject({
    botId: shop.botId,
    turns: [{ number: 1, at: 1772416800000, seed: 5, event: body, calls: { c1: { outcome: "none" } } }],
  });
});
