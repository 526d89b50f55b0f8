import * as z from "zod/mini";
import { uploadedSchema } from "./message.ts";
import type { Outgoing } from "./talk-state.ts";

/** A talk can be resumed this long after its last use. */
const KEPT_MS = 180 * 24 * 60 * 60_000;

const ratingSchema = z.object({ value: z.enum(["up", "down"]), reason: z.nullable(z.string()) });

const recordSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  /** Whose talk it is, when the page vouched for somebody: never shown to another. */
  subject: z.nullable(z.string()),
  usedAt: z.number(),
  ratings: z.record(z.string(), ratingSchema),
  talkRating: z.enum(["none", "asked", "given"]),
  readSeq: z.number(),
});

const outgoingSchema = z.object({
  clientId: z.string(),
  at: z.string(),
  text: z.string(),
  choice: z.nullable(z.string()),
  attachments: z.array(uploadedSchema),
});

const prefsSchema = z.object({
  locale: z._default(z.nullable(z.string()), null),
  isMuted: z._default(z.boolean(), false),
});

export type TalkRecord = z.infer<typeof recordSchema>;
export type ChatPrefs = z.infer<typeof prefsSchema>;

/** The part of the browser's storage that we use. */
export type KeyValues = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** `getStorage` may throw or fail on first use (blocked, full, partitioned away): memory takes over and the talk lives as long as the page. */
export function openKeyValues(getStorage: () => Storage): KeyValues {
  try {
    const storage = getStorage();
    storage.setItem("jieda:probe", "1");
    storage.removeItem("jieda:probe");
    return storage;
  } catch {
    const values = new Map<string, string>();
    return {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
      key: (index) => [...values.keys()][index] ?? null,
      get length() {
        return values.size;
      },
    };
  }
}

/** Each person whom the page vouched for has a place of their own; who is nameless shares one. */
export const talkKey = (botKey: string, subject: string | null) =>
  `jieda:talk:${botKey}${subject === null ? "" : `:${subject}`}`;

/** What one browser keeps of its talks with one bot: the talk for all tabs, what is not yet sent for this tab alone. */
export function createTalkStorage(botKey: string, shared: KeyValues, tab: KeyValues) {
  const read = <Value>(store: KeyValues, key: string, schema: z.ZodMiniType<Value>): Value | null => {
    try {
      return schema.safeParse(JSON.parse(store.getItem(key) ?? "null")).data ?? null;
    } catch {
      return null;
    }
  };
  const write = (store: KeyValues, key: string, value: unknown): void => {
    try {
      store.setItem(key, JSON.stringify(value));
    } catch {
      // A full storage costs the resume, not the talk.
    }
  };
  const outboxKey = (conversationId: string) => `jieda:outbox:${conversationId}`;
  const draftKey = `jieda:draft:${botKey}`;

  return {
    findTalk: (now: number, subject: string | null): TalkRecord | null => {
      const record = read(shared, talkKey(botKey, subject), recordSchema);
      return record && record.subject === subject && now - record.usedAt < KEPT_MS ? record : null;
    },
    keepTalk: (record: TalkRecord) => write(shared, talkKey(botKey, record.subject), record),
    forgetTalk: (subject: string | null) => shared.removeItem(talkKey(botKey, subject)),

    /** Somebody signed out: whoever sits here next finds nothing. */
    forgetEverybody: () => {
      const keys = Array.from({ length: shared.length }, (_, index) => shared.key(index));
      for (const key of keys) if (key?.startsWith(talkKey(botKey, null))) shared.removeItem(key);
    },

    /** What was still unsent when the page went away, ready to be sent again under the same ids. */
    listUnsent: (conversationId: string): readonly Outgoing[] =>
      (read(tab, outboxKey(conversationId), z.array(outgoingSchema)) ?? []).map((kept) => ({
        ...kept,
        delivery: "waiting",
        failure: null,
        answeredBy: null,
      })),
    keepUnsent: (conversationId: string, outbox: readonly Outgoing[]) => {
      const unsent = outbox.filter((outgoing) => outgoing.delivery !== "sent");
      if (unsent.length === 0) tab.removeItem(outboxKey(conversationId));
      else write(tab, outboxKey(conversationId), unsent);
    },

    getDraft: () => read(tab, draftKey, z.string()) ?? "",
    keepDraft: (text: string) => {
      if (text === "") tab.removeItem(draftKey);
      else write(tab, draftKey, text);
    },

    getPrefs: (): ChatPrefs =>
      read(shared, `jieda:prefs:${botKey}`, prefsSchema) ?? { locale: null, isMuted: false },
    keepPrefs: (prefs: ChatPrefs) => write(shared, `jieda:prefs:${botKey}`, prefs),

    /** A random name of this browser, so that a bot recognises a returning visitor. */
    getVisitor: (createId: () => string): string => {
      const known = read(shared, "jieda:visitor", z.string());
      if (known) return known;
      const visitor = createId();
      write(shared, "jieda:visitor", visitor);
      return visitor;
    },
  };
}

export type TalkStorage = ReturnType<typeof createTalkStorage>;
