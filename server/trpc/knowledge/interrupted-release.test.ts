import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import type { InWorkspace } from "#server/knowledge/faq/ask-base.ts";
import { beginAttempt } from "#server/knowledge/faq/release/release-attempt.ts";
import { releaseBase } from "#server/knowledge/faq/release/release-base.ts";
import type { ReleaseNews } from "#server/knowledge/faq/release/release-progress.ts";
import { ThreadLost } from "#server/live/work-in-thread.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

/** What people are told of a release whose process died with it, and how they get rid of it. */

const { lost } = vi.hoisted(() => {
  const lost: Error[] = [];
  return { lost };
});
vi.mock("#server/live/work-in-thread.ts", async (load) => {
  // as: the very module that is mocked.
  const real = (await load()) as typeof import("#server/live/work-in-thread.ts");
  const workInThread: typeof real.workInThread = (order) => {
    const next = lost.shift();
    return next === undefined ? real.workInThread(order) : Promise.reject(next);
  };
  return { ...real, workInThread };
});

let server: Console;
let shop: SeededWorkspace;
let other: SeededWorkspace;
let owner: Client;
let baseId: string;

beforeAll(async () => {
  server = await createConsole();
  const hash = (await server.auth.$context).password.hash;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  other = await seedWorkspace({ sql: server.database.sql, name: "other", hash });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  baseId = ((await owner.mutate("knowledge.createBase", { name: "售后" })).data as { baseId: string }).baseId;
});
afterAll(() => server.close());

const inWorkspace: InWorkspace = (work) => withWorkspace(server.database.sql, shop.workspaceId, work);
const actor = { id: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a", name: "林晓" };
const releasing = () => ({
  ...{ workspaceId: shop.workspaceId, baseId, actor, note: "双十一", acceptFailing: false },
});

const readState = async () => (await owner.query("knowledge.releaseProgress", { baseId })).data;

const approve = async (question: string): Promise<void> => {
  const { data } = await owner.mutate("knowledge.createEntry", {
    baseId,
    content: {
      question: { "zh-CN": question },
      answers: [{ locale: "zh-CN", channel: null, text: "七天内可退。" }],
    },
  });
  const { entryId } = data as { entryId: string };
  await owner.mutate("knowledge.approve", { baseId, action: "approve", entries: [{ entryId, rev: 1 }] });
};

const forget = () => server.database.sql`delete from faq_release_attempt where base_id = ${baseId}`;

/** What a process leaves behind that was killed some time ago. */
async function leaveBehind(): Promise<void> {
  await forget();
  await inWorkspace((tx) => beginAttempt(tx, releasing()));
  await server.database
    .sql`update faq_release_attempt set alive_until = now() - interval '1 s' where base_id = ${baseId}`;
}

test("a release that another process is at is running; when nobody puts it off any more it was interrupted", async () => {
  await inWorkspace((tx) => beginAttempt(tx, releasing()));
  expect(await readState()).toEqual({ type: "running", byName: "林晓", share: null });
  await leaveBehind();
  expect(await readState()).toMatchObject({ type: "interrupted", byName: "林晓", note: "双十一" });
});

test("a release that another process is at keeps its place; the second is refused and leaves it alone", async () => {
  await forget();
  const attemptId = await inWorkspace((tx) => beginAttempt(tx, releasing()));
  expect((await owner.mutate("knowledge.release", { baseId, note: "" })).facts.reason).toBe(
    "release_running",
  );
  const rows = await server.database
    .sql`select attempt_id as id from faq_release_attempt where base_id = ${baseId}`;
  expect(rows).toEqual([{ id: attemptId }]);
});

test("the next release takes its place, whatever comes of it", async () => {
  await leaveBehind();
  // Nothing is approved: it is refused, and known to have ended.
  expect((await owner.mutate("knowledge.release", { baseId, note: "" })).facts.reason).toBe(
    "nothing_approved",
  );
  expect(await readState()).toBeNull();
  await leaveBehind();
  await approve("怎么退货");
  expect((await owner.mutate("knowledge.release", { baseId, note: "" })).status).toBe(200);
  expect(await readState()).toBeNull();
});

test("while one is made its author and its share are told, and its end to every open page", async () => {
  await approve("怎么换货");
  const seen: unknown[] = [];
  const news: ReleaseNews["type"][] = [];
  const looking: InWorkspace = async (work) => {
    seen.push(await readState());
    return inWorkspace(work);
  };
  await releaseBase(looking, { ...releasing(), announce: ({ type }) => news.push(type) });
  // First it is looked whether the base is theirs.
  expect(seen.slice(0, 2)).toEqual([null, { type: "running", byName: "林晓", share: 0 }]);
  expect(seen.at(-1)).toMatchObject({ type: "running", byName: "林晓" });
  expect(news.at(-1)).toBe("base-release-ended");
  expect(await readState()).toBeNull();
});

test("one whose thread was stopped is told of as interrupted at once, and the next takes its place", async () => {
  await approve("能换颜色吗");
  lost.push(new ThreadLost("stopped", ""));
  await expect(releaseBase(inWorkspace, releasing())).rejects.toMatchObject({
    facts: { reason: "release_stopped" },
  });
  expect(await readState()).toMatchObject({ type: "interrupted", byName: "林晓", note: "双十一" });
  expect((await owner.mutate("knowledge.release", { baseId, note: "" })).status).toBe(200);
  expect(await readState()).toBeNull();
});

test("of one that a member of another workspace tries, its pages hear nothing", async () => {
  const news: ReleaseNews[] = [];
  const { workspaceId } = other;
  const inOther: InWorkspace = (work) => withWorkspace(server.database.sql, workspaceId, work);
  const trying = { ...releasing(), workspaceId, announce: (one: ReleaseNews) => news.push(one) };
  await expect(releaseBase(inOther, trying)).rejects.toMatchObject({ code: "not_found" });
  expect(news).toEqual([]);
});
