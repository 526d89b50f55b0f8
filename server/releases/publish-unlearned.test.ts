import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import { ThreadLost } from "../live/work-in-thread.ts";

/** What becomes of a publication whose learning comes to no end. */

const { lost, begun } = vi.hoisted(() => {
  const lost: Error[] = [];
  const begun: URL[] = [];
  return { lost, begun };
});
vi.mock("../live/work-in-thread.ts", async (load) => {
  // as: the very module that is mocked.
  const real = (await load()) as typeof import("../live/work-in-thread.ts");
  const workInThread: typeof real.workInThread = (order) => {
    begun.push(order.file);
    const next = lost.shift();
    return next === undefined ? real.workInThread(order) : Promise.reject(next);
  };
  return { ...real, workInThread };
});

let server: Console;
let shop: SeededWorkspace;
let editor: Client;

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, end: { kind: "end" } },
    wires: ["start.next -> end"],
  }),
);

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

const publish = () =>
  editor.mutate("release.publish", { botId: shop.botId, draftRev: 1, note: "", running: "finish" });
const countVersions = async () =>
  (await server.database.sql`select from flow_version where bot_id = ${shop.botId}`).length;

test("learning that takes too long, or too much memory, publishes nothing, says why, and can be tried again", async () => {
  const before = await countVersions();
  for (const [why, reason] of [
    ["late", "learning_late"],
    ["memory", "learning_memory"],
  ] as const) {
    lost.push(new ThreadLost(why, ""));
    expect(await publish()).toMatchObject({ code: "payload_too_large", facts: { reason } });
    expect((await editor.query("release.publishing", { botId: shop.botId })).data).toBeNull();
  }
  lost.push(new Error("a fault of ours"));
  expect(await publish()).toMatchObject({ code: "internal" });
  expect(await countVersions()).toBe(before);
  const [draft] = await server.database.sql`select rev from flow_draft where bot_id = ${shop.botId}`;
  expect(draft).toEqual({ rev: 1 });
  expect((await publish()).data).toMatchObject({ type: "published", number: before + 1 });
});

test("one draft that two people publish at once is learned once, and is one version, which both hear of", async () => {
  const owner = await server.signIn(shop.members.owner.email, PASSWORD);
  await server.database.sql`update flow_draft set rev = 2 where bot_id = ${shop.botId}`;
  begun.length = 0;
  const number = (await countVersions()) + 1;
  const input = { botId: shop.botId, draftRev: 2, note: "", running: "finish" };
  const answers = await Promise.all(
    [editor, owner, editor].map((one) => one.mutate("release.publish", input)),
  );
  expect(answers.map(({ data }) => data)).toEqual(
    answers.map(() => expect.objectContaining({ type: "published", number })),
  );
  expect(await countVersions()).toBe(number);
  expect(begun).toHaveLength(1);
});
