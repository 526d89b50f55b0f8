import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import type { Session } from "../../flows/kernel/session.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import type { ConversationStatus } from "./contract.ts";

/** One conversation as its last commit left it. A copy: the epoch tells at the next commit whether it is still true. */
export type ConversationState = {
  readonly conversationId: string;
  readonly workspaceId: string;
  readonly botId: string;
  readonly versionId: string;
  readonly contactId: string;
  readonly channel: string;
  readonly locale: Locale;
  readonly tokenHash: Buffer;
  readonly session: Session | null;
  readonly status: ConversationStatus;
  readonly owner: "bot" | "queue" | "human";
  readonly epoch: number;
  readonly turns: number;
  readonly seq: number;
  readonly pending: number;
};

/** Sessions kept at hand, some kilobytes each; the next turn of any other costs one read. */
const CONVERSATIONS_MAX = 10_000;

export type ConversationStore = {
  /** The copy at hand, or the row; null when there is no such conversation. */
  find(conversationId: string): Promise<ConversationState | null>;
  /** The row as it is now; the copy at hand stays as it was. */
  read(conversationId: string): Promise<ConversationState | null>;
  findCached(conversationId: string): ConversationState | null;
  remember(state: ConversationState): void;
  /** After a commit that was refused: the next `find` reads the row. */
  forget(conversationId: string): void;
};

export function createConversationStore(sql: Sql): ConversationStore {
  const cache = new LRUCache<string, ConversationState>({ max: CONVERSATIONS_MAX });
  const read = async (conversationId: string): Promise<ConversationState | null> => {
    const [row] = await sql<ConversationState[]>`
        select id as "conversationId", workspace_id as "workspaceId", bot_id as "botId", version_id as "versionId",
          contact_id as "contactId", channel, locale, token_hash as "tokenHash", session, status, owner,
          epoch::int as epoch, turns, seq, pending
        from conversation where id = ${conversationId}`;
    return row ? { ...row } : null;
  };
  return {
    read,
    find: async (conversationId) => {
      const known = cache.get(conversationId);
      if (known) return known;
      const state = await read(conversationId);
      if (state) cache.set(conversationId, state);
      return state;
    },
    findCached: (conversationId) => cache.get(conversationId) ?? null,
    remember: (state) => {
      cache.set(state.conversationId, state);
    },
    forget: (conversationId) => {
      cache.delete(conversationId);
    },
  };
}
