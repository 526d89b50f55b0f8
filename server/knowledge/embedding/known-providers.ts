import type { Sql } from "postgres";
import type { SecretBox } from "../../auth/secret-box.ts";
import type { Logger } from "../../log.ts";
import type { KnownProvider } from "./provider.ts";
import { readProvider } from "./read-provider.ts";

const FRESH_MS = 2_000;

export type KnownProviders = {
  /** What is known this moment, without waiting; what has changed is known a little later. */
  find(workspaceId: string): KnownProvider | null;
  /** The same once it is read. */
  refresh(): Promise<void>;
};

type Deps = { readonly sql: Sql; readonly secretBox: SecretBox; readonly log: Logger; now(): number };

/** The providers of all workspaces, in memory: a turn of a workspace that has none learns so from a map. */
export function createKnownProviders({ sql, secretBox, log, now }: Deps): KnownProviders {
  let known: ReadonlyMap<string, KnownProvider> = new Map();
  let stamps: ReadonlyMap<string, string> = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    try {
      const rows = await sql<{ workspaceId: string; stamp: string }[]>`
        select workspace_id as "workspaceId", updated_at::text as stamp from embedding_provider`;
      const next = new Map<string, KnownProvider>();
      for (const { workspaceId, stamp } of rows) {
        const old = stamps.get(workspaceId) === stamp ? known.get(workspaceId) : undefined;
        const provider = old ?? (await open(workspaceId));
        if (provider !== null) next.set(workspaceId, provider);
      }
      known = next;
      stamps = new Map(rows.map(({ workspaceId, stamp }) => [workspaceId, stamp]));
    } catch (error) {
      // The database may be away for a moment: what is known goes on.
      log.warn({ err: error }, "providers of vectors were not read");
    } finally {
      readAt = now();
    }
  };

  /** One whose key cannot be opened is as none; its bases say so in the console. */
  const open = async (workspaceId: string): Promise<KnownProvider | null> => {
    try {
      return await readProvider(sql, secretBox, workspaceId);
    } catch (error) {
      log.warn({ err: error, workspaceId }, "a provider of vectors cannot be asked");
      return null;
    }
  };

  const refresh = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };

  return {
    find: (workspaceId) => {
      if (now() - readAt >= FRESH_MS) void refresh();
      return known.get(workspaceId) ?? null;
    },
    refresh,
  };
}
