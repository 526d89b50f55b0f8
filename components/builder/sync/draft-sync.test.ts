import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type BuilderStore, createBuilderStore } from "#components/builder/store/builder-store.ts";
import { setNodeField } from "#flows/editing/edits/set-config.ts";
import { type Client, type Console, createConsole } from "#server/trpc/fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "#server/trpc/fixtures/seed-workspace.ts";
import type { DraftApi, SaveAnswer } from "./draft-api.ts";
import { createDraftSync, type DraftSync } from "./draft-sync.ts";
import type { Pending } from "./pending-store.ts";

/** Two tabs against the real server on a real database; only the clock and the network are played. */

let server: Console;
let shop: SeededWorkspace;
let client: Client;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  client = await server.signIn(shop.members.editor.email, PASSWORD);
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.database.sql`delete from flow_draft`;
  await server.database.sql`delete from draft_change`;
  await server.database.sql`delete from draft_recovery`;
});

type Tab = {
  readonly store: BuilderStore;
  readonly sync: DraftSync;
  readonly sent: () => number;
  readonly pending: () => Pending | null;
  /** Lets the pauses pass: everything that waits for the clock happens now. */
  runTimers(): void;
  setOnline(isOnline: boolean | "answers get lost"): void;
  title(nodeId: string, title: string): void;
  titleOf(nodeId: string): string | undefined;
};

class Offline extends Error {}

async function openTab(): Promise<Tab> {
  const load = async () => {
    const { data, code } = await client.query("draft.get", { botId: shop.botId });
    if (code) throw new Error(code);
    // as: what our own procedure answers.
    return data as Awaited<ReturnType<DraftApi["load"]>>;
  };
  const start = await load();
  const store = createBuilderStore({
    botId: shop.botId,
    botName: "",
    chatUrl: "",
    channels: ["web"],
    canEdit: true,
    ...start,
  });
  let sent = 0;
  let network: boolean | "answers get lost" = true;
  let kept: Pending | null = null;
  const due = new Set<() => void>();
  const call = async (send: () => ReturnType<Client["query"]>): Promise<unknown> => {
    if (network === false) throw new Offline();
    const { data, code } = await send();
    if (network !== true) throw new Offline();
    if (code) throw new Error(code);
    return data;
  };
  const sync = createDraftSync({
    store,
    clientId: crypto.randomUUID(),
    newId: () => crypto.randomUUID(),
    isFinal: (error) => !(error instanceof Offline),
    pending: {
      keep: async (pending) => {
        kept = pending;
      },
      drop: async () => {
        kept = null;
      },
      release: () => {},
    },
    timers: {
      // as: a timer is whatever clearTimeout takes back.
      setTimeout: ((work: () => void) => {
        due.add(work);
        return work;
      }) as unknown as typeof setTimeout,
      clearTimeout: ((work: () => void) => {
        due.delete(work);
      }) as unknown as typeof clearTimeout,
    },
    api: {
      load,
      save: (request) => {
        sent += 1;
        // as: what our own procedures answer.
        return call(() =>
          client.mutate("draft.save", { botId: shop.botId, ...request }),
        ) as Promise<SaveAnswer>;
      },
      listChanges: (after) =>
        call(() => client.query("draft.changes", { botId: shop.botId, after })) as ReturnType<
          DraftApi["listChanges"]
        >,
    },
  });
  return {
    store,
    sync,
    sent: () => sent,
    pending: () => kept,
    runTimers: () => {
      for (const work of [...due]) {
        due.delete(work);
        work();
      }
    },
    setOnline: (next) => {
      network = next;
    },
    title: (nodeId, title) =>
      store
        .getState()
        .edit((bundle) => setNodeField(bundle, { flowId: "main", nodeId }, { title }), { label: "rename" }),
    titleOf: (nodeId) => store.getState().bundle.flow.nodes.find(({ id }) => id === nodeId)?.title,
  };
}

async function settle(tab: Tab): Promise<void> {
  await vi.waitFor(() => {
    tab.runTimers();
    if (tab.sync.hasUnsaved() || tab.store.getState().saving.status !== "saved")
      throw new Error("not saved yet");
  }, 5_000);
}

async function readTitle(nodeId: string): Promise<string | null> {
  const [row] = await server.database.sql<{ title: string | null }[]>`
    select node->>'title' as title from flow_draft, jsonb_array_elements(bundle->'flow'->'nodes') node
    where bot_id = ${shop.botId} and node->>'id' = ${nodeId}`;
  return row?.title ?? null;
}

const countChanges = async (): Promise<number> =>
  Number((await server.database.sql`select count(*) from draft_change`)[0]?.count);

test("what is typed is saved as one change, and then nothing more is sent", async () => {
  const tab = await openTab();
  tab.title("hello", "问");
  tab.title("hello", "问候");
  expect(tab.store.getState().saving.status).toBe("saving");
  await settle(tab);
  expect(await readTitle("hello")).toBe("问候");
  expect(await countChanges()).toBe(1);
  tab.sync.flush();
  tab.runTimers();
  expect(tab.sent()).toBe(1);
  expect(tab.pending()).toBeNull();
});

test("a tab without edits sends no writes, however often it is told to save or catch up", async () => {
  const viewer = await openTab();
  const editor = await openTab();
  editor.title("hello", "改过");
  await settle(editor);
  viewer.sync.flush();
  viewer.sync.catchUp(null);
  await vi.waitFor(() => expect(viewer.titleOf("hello")).toBe("改过"));
  viewer.sync.flush();
  viewer.runTimers();
  expect(viewer.sent()).toBe(0);
});

test("two tabs that edit different fields both survive, also when neither has seen the other", async () => {
  const one = await openTab();
  const other = await openTab();
  one.title("hello", "一");
  other.title("start", "二");
  await Promise.all([settle(one), settle(other)]);
  for (const tab of [one, other]) {
    tab.sync.catchUp(null);
    await vi.waitFor(() => expect([tab.titleOf("hello"), tab.titleOf("start")]).toEqual(["一", "二"]));
  }
  expect([await readTitle("hello"), await readTitle("start")]).toEqual(["一", "二"]);
});

test("the same field: what came first stands, the other is offered and kept in Recovery", async () => {
  const one = await openTab();
  const other = await openTab();
  one.title("hello", "先到");
  await settle(one);
  other.title("hello", "后到");
  await settle(other);
  expect(other.titleOf("hello")).toBe("先到");
  expect(other.store.getState().conflicts).toMatchObject([{ op: { value: "后到" }, theirs: "先到" }]);
  const rows = await server.database.sql`select op->>'value' as value from draft_recovery`;
  expect(rows.map(({ value }) => value)).toEqual(["后到"]);
});

test("edits made offline are kept in the browser and saved when the network is back", async () => {
  const tab = await openTab();
  tab.setOnline(false);
  tab.title("hello", "离线");
  await vi.waitFor(() => {
    tab.runTimers();
    expect(tab.store.getState().saving).toMatchObject({ status: "offline", waiting: 1 });
  });
  expect(tab.pending()?.inflight?.ops).toMatchObject([{ value: "离线" }]);
  tab.title("start", "也是");
  tab.setOnline(true);
  await settle(tab);
  expect([await readTitle("hello"), await readTitle("start")]).toEqual(["离线", "也是"]);
});

test("a change whose answer was lost is sent again with its id and saved once", async () => {
  const tab = await openTab();
  tab.setOnline("answers get lost");
  tab.title("hello", "一次");
  await vi.waitFor(() => {
    tab.runTimers();
    expect(tab.store.getState().saving.status).toBe("offline");
  });
  tab.setOnline(true);
  await settle(tab);
  expect(tab.sent()).toBeGreaterThan(1);
  expect(await countChanges()).toBe(1);
  expect(tab.store.getState().conflicts).toEqual([]);
});

test("a refused change says why, stays here, and goes with the next edit", async () => {
  const tab = await openTab();
  tab.title("hello", "长".repeat(300));
  await vi.waitFor(() => {
    tab.runTimers();
    expect(tab.store.getState().saving.status).toBe("failed");
  });
  expect(tab.titleOf("hello")).toHaveLength(300);
  expect(tab.pending()?.ops).toHaveLength(1);
  tab.title("hello", "短");
  await settle(tab);
  expect(await readTitle("hello")).toBe("短");
});

test("undo takes back one's own edit and leaves what another tab saved since", async () => {
  const one = await openTab();
  const other = await openTab();
  one.title("hello", "我的");
  await settle(one);
  other.sync.catchUp(null);
  await vi.waitFor(() => expect(other.titleOf("hello")).toBe("我的"));
  other.title("start", "别人的");
  await settle(other);
  one.sync.catchUp(null);
  await vi.waitFor(() => expect(one.titleOf("start")).toBe("别人的"));
  one.store.getState().undo();
  await settle(one);
  expect([await readTitle("hello"), await readTitle("start")]).toEqual(["欢迎语", "别人的"]);
});

test("a hundred edits in two tabs, saved in any order, all survive", async () => {
  const one = await openTab();
  const other = await openTab();
  for (let index = 0; index < 50; index += 1) {
    one.title("hello", `一 ${index}`);
    other.title("start", `二 ${index}`);
    if (index % 3 === 0) one.sync.flush();
    if (index % 4 === 0) other.sync.flush();
  }
  await Promise.all([settle(one), settle(other)]);
  expect([await readTitle("hello"), await readTitle("start")]).toEqual(["一 49", "二 49"]);
  expect([...one.store.getState().conflicts, ...other.store.getState().conflicts]).toEqual([]);
}, 30_000);
