import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Op } from "#flows/editing/op.ts";

/** Edits of one tab that the server has not confirmed. */
export type Pending = {
  readonly rev: number;
  /** A change that was sent and not answered: it may have been saved, so it keeps its id. */
  readonly inflight: { readonly changeId: string; readonly ops: readonly Op[] } | null;
  readonly ops: readonly Op[];
};

export type PendingStore = {
  keep(pending: Pending): Promise<void>;
  drop(): Promise<void>;
  /** The tab works on something else now: what is still kept is for whoever opens the bot next. */
  release(): void;
};

type PendingRecord = Pending & {
  readonly tabId: string;
  readonly botId: string;
  readonly userId: string;
  /** Names the change that `ops` becomes when another tab sends it: that tab may crash too. */
  readonly changeId: string;
  readonly at: number;
};

type PendingDb = DBSchema & { pending: { key: string; value: PendingRecord; indexes: { bot: string } } };

const DB_NAME = "jieda-builder";

const openPendingDb = (): Promise<IDBPDatabase<PendingDb>> =>
  openDB<PendingDb>(DB_NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore("pending", { keyPath: "tabId" }).createIndex("bot", "botId");
    },
  });

export type TabKey = { readonly tabId: string; readonly botId: string; readonly userId: string };

const lockOf = (tabId: string): string => `jieda-builder-${tabId}`;

/**
 * Keeps unsaved edits of this tab in IndexedDB, where a reload, a crash or a day without a network leaves them. A lock of the
 * browser says that the tab lives; it is gone with the tab, however that ended. Where a browser has no IndexedDB (private
 * windows of old ones) edits live as long as the tab.
 */
export function createPendingStore(key: TabKey): PendingStore {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void holdLock(lockOf(key.tabId), released);
  const db = openPendingDb().catch(() => null);
  const changeId = crypto.randomUUID();
  return {
    keep: async (pending) => {
      await (await db)?.put("pending", { ...key, ...pending, changeId, at: Date.now() }).catch(() => {});
    },
    drop: async () => {
      await (await db)?.delete("pending", key.tabId).catch(() => {});
    },
    release,
  };
}

/** Unsaved edits of this person's tabs that are no longer there, oldest first. */
export async function listOrphans({
  botId,
  userId,
}: Omit<TabKey, "tabId">): Promise<readonly PendingRecord[]> {
  const db = await openPendingDb().catch(() => null);
  if (!db) return [];
  const records = await db.getAllFromIndex("pending", "bot", botId);
  const living = await listLocks();
  return records
    .filter((record) => record.userId === userId && !living.has(lockOf(record.tabId)))
    .sort((one, other) => one.at - other.at);
}

export async function dropOrphan(tabId: string): Promise<void> {
  await (await openPendingDb()).delete("pending", tabId);
}

async function holdLock(name: string, until: Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request(name, () => until);
}

async function listLocks(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
}
