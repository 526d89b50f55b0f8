import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { fingerprint } from "#flows/preview/fingerprint.ts";
import type { Examination } from "#server/preview/examine-draft.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  await server.database.sql`
    insert into flow_draft (bot_id, workspace_id, bundle, rev)
    values (${shop.botId}, ${shop.workspaceId}, ${JSON.stringify(bundle)}::text::jsonb, 1)`;
});
afterAll(() => server.close());

const WAYS = ["我要", "怎么", "可以", "帮我", "能不能", "请问如何"];
const toIntent = (id: string, what: string) => ({ id, name: what, examples: WAYS.map((way) => way + what) });
const intents = [toIntent("refund", "退货"), toIntent("invoice", "开发票")];
/** Nobody could tell these two apart. */
const mixed = [toIntent("refund", "退货"), toIntent("other", "退货吧")];
const entry = (id: string, question: string, similar: readonly string[]) => ({
  ...{ id, question, similar, answer: "好的" },
});
const bundle = bundleSchema.parse({
  ...drawBundle({
    nodes: { start: { kind: "start" }, ask: { kind: "intent", config: { intents } } },
    wires: ["start.next -> ask"],
  }),
  faqSets: {
    faq: {
      name: "FAQ",
      entries: [
        entry("hours", "几点开门", ["营业时间是几点", "几点开始营业"]),
        entry("where", "店在哪里", ["地址在哪里", "你们店的地址"]),
      ],
    },
  },
});

const examined = { type: "intents", flowId: "main", nodeId: "ask" };

async function examine(input: object): Promise<Examination> {
  const ask = async () => {
    const { data } = await editor.mutate("preview.examine", { botId: shop.botId, ...input });
    // as: the procedure's answer; the tests assert on the fields.
    return data as Examination;
  };
  return vi.waitFor(
    async () => {
      const answer = await ask();
      if (answer.type === "learning") throw new Error("still learning");
      return answer;
    },
    { timeout: 20_000, interval: 50 },
  );
}

test("the saved intents of a node are examined, off the event loop", async () => {
  const expects = fingerprint({ type: "intents", intents });
  const first = await editor.mutate("preview.examine", { botId: shop.botId, examined, expects });
  expect(first.data).toEqual({ type: "learning" });
  expect(await examine({ examined, expects })).toMatchObject({
    type: "examined",
    report: { asked: 12, right: 12, confusions: [] },
  });
});

test("what is not saved yet is asked for, and examined as the editor holds it", async () => {
  const part = { type: "intents", intents: mixed };
  const expects = fingerprint(part);
  expect(await examine({ examined, expects })).toEqual({ type: "stale" });
  const answer = await examine({ examined, expects, part });
  if (answer.type !== "examined") throw new Error("not examined");
  expect(answer.report.asked).toBe(12);
  expect(answer.report.right).toBeLessThan(12);
  const pairs = answer.report.confusions.map(({ from, to }) => `${from} ${to}`);
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.every((pair) => ["refund other", "other refund"].includes(pair))).toBe(true);
});

test("entries of Q&A sets are named with their set; answers make no difference to what was learned", async () => {
  const faq = { examined: { type: "faq", faqSets: ["faq"] } };
  const saved = { type: "faq", sets: bundle.faqSets };
  const answer = await examine({ ...faq, expects: fingerprint(saved) });
  expect(answer).toMatchObject({ type: "examined", report: { asked: 6 } });
  const { faq: set } = bundle.faqSets;
  const entries = set?.entries.map((one) => ({ ...one, answer: "改过的答案" }));
  const changed = { type: "faq", sets: { faq: { ...set, entries } } };
  const again = await editor.mutate("preview.examine", {
    ...{ botId: shop.botId, ...faq, expects: fingerprint(changed), part: changed },
  });
  expect(again.data).toEqual(answer);
});
