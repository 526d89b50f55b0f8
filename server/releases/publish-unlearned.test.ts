import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import { ThreadLost } from "../live/work-in-thread.ts";

/** What becomes of a publication whose learning comes to no end. */

const { lost, begun, holds } = vi.hoisted(() => {
  const lost: Error[] = [];
  const begun: URL[] = [];
  /** What learning waits for before it begins. */
  const holds: Promise<void>[] = [];
  return { lost, begun, holds };
});
vi.mock("../live/work-in-thread.ts", async (load) => {
  // as: the very module that is mocked.
  const real = (await load()) as typeof import("../live/work-in-thread.ts");
  const workInThread: typeof real.workInThread = async (order) => {
    begun.push(order.file);
    await holds.shift();
    const next = lost.shift();
    if (next !== undefined) throw next;
    return real.workInThread(order);
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
  for (const [why, code, reason] of [
    ["late", "payload_too_large", "learning_late"],
    ["memory", "payload_too_large", "learning_memory"],
    ["stopped", "busy", "learning_stopped"],
    ["killed", "busy", "learning_stopped"],
  ] as const) {
    lost.push(new ThreadLost(why, ""));
    expect(await publish()).toMatchObject({ code, facts: { reason } });
    expect((await editor.query("release.publishing", { botId: shop.botId })).data).toBeNull();
  }
  lost.push(new Error("a fault of ours"));
  expect(await publish()).toMatchObject({ code: "internal" });
  expect(await countVersions()).toBe(before);
  const [draft] = await server.database.sql`select rev from flow_draft where bot_id = ${shop.botId}`;
  expect(draft).toEqual({ rev: 1 });
  expect((await publish()).data).toMatchObject({ type: "published", number: before + 1 });
});

test("a draft that is learned only after a newer one went out does not replace it, and says so", async () => {
  const { sql } = server.database;
  await sql`update flow_draft set rev = 5 where bot_id = ${shop.botId}`;
  const input = { botId: shop.botId, note: "", running: "finish" };
  const held = Promise.withResolvers<void>();
  holds.push(held.promise);
  const older = editor.mutate("release.publish", { ...input, draftRev: 5 });
  await expect.poll(() => holds.length).toBe(0);
  await sql`update flow_draft set rev = 6 where bot_id = ${shop.botId}`;
  const { data } = await editor.mutate("release.publish", { ...input, draftRev: 6 });
  expect(data).toMatchObject({ type: "published" });
  const number = await countVersions();
  held.resolve();
  const refused = await older;
  expect([refused.code, refused.facts]).toEqual(["conflict", { reason: "newer_published" }]);
  expect(await countVersions()).toBe(number);
  await sql`update flow_draft set rev = 7 where bot_id = ${shop.botId}`;
  expect((await editor.mutate("release.publish", { ...input, draftRev: 7 })).data).toMatchObject({
    type: "published",
  });
});

test("one draft that two people publish at once is learned once, and is one version, which both hear of", async () => {
  const owner = await server.signIn(shop.members.owner.email, PASSWORD);
  await server.database.sql`update flow_draft set rev = 8 where bot_id = ${shop.botId}`;
  begun.length = 0;
  const number = (await countVersions()) + 1;
  const input = { botId: shop.botId, draftRev: 8, note: "", running: "finish" };
  const answers = await Promise.all(
    [editor, owner, editor].map((one) => one.mutate("release.publish", input)),
  );
  expect(answers.map(({ data }) => data)).toEqual(
    answers.map(() => expect.objectContaining({ type: "published", number })),
  );
  expect(await countVersions()).toBe(number);
  expect(begun).toHaveLength(1);
});
