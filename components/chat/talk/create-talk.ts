import { createStore } from "zustand/vanilla";
import type { ApiFailure, RatingBody, Session } from "./create-api.ts";
import { createLink } from "./create-link.ts";
import { createSender } from "./create-sender.ts";
import type { ChatMessage, ConversationStatus, UploadedFile } from "./message.ts";
import { readSubject } from "./read-subject.ts";
import { isLostStatus, type OpenTalk, type TalkDeps } from "./talk-deps.ts";
import {
  emptyTalk,
  type OpenFailure,
  type Outgoing,
  type Rating,
  reduceTalk,
  type TalkEvent,
  type TalkState,
} from "./talk-state.ts";
import type { TalkRecord } from "./talk-storage.ts";

type Said = {
  readonly text: string;
  readonly choice?: string;
  readonly attachments?: readonly UploadedFile[];
};

type Opened = {
  readonly record: TalkRecord;
  readonly messages: readonly ChatMessage[];
  readonly status: ConversationStatus;
};

/** Typing is told this often at most. */
const TYPING_EVERY_MS = 3_000;

/** One customer's talk with one bot in one tab: opens or resumes it, sends, listens, and never shows anything twice. */
export function createTalk(deps: TalkDeps) {
  const { botKey, api, storage, surroundings } = deps;
  const store = createStore<TalkState>(() => emptyTalk);
  let generation = 0;
  let opening: { locale: string; identity: string | null } = { locale: "zh-CN", identity: null };
  let current: { talk: OpenTalk; record: TalkRecord; stop(): void; wake(): void; pump(): void } | null = null;
  let typingToldAt = 0;

  const dispatch = (event: TalkEvent): void => {
    store.setState(reduceTalk(store.getState(), event), true);
    persist();
  };

  const persist = (): void => {
    if (!current) return;
    const { outbox, ratings, talkRating, readSeq } = store.getState();
    const { record } = current;
    storage.keepUnsent(record.conversationId, outbox);
    if (ratings === record.ratings && talkRating === record.talkRating && readSeq === record.readSeq) return;
    current.record = { ...record, ratings, talkRating, readSeq };
    storage.keepTalk(current.record);
  };

  const leave = (): number => {
    generation += 1;
    current?.stop();
    current = null;
    store.setState(emptyTalk, true);
    return generation;
  };

  const adopt = ({ record, messages, status }: Opened, carried: readonly Outgoing[]): void => {
    const mine = generation;
    const session: Session = { conversationId: record.conversationId, token: record.token };
    const talk: OpenTalk = {
      deps,
      store,
      session,
      dispatch,
      isLeft: () => generation !== mine,
      onLost: () => {
        if (generation === mine) void reopen(store.getState().outbox);
      },
    };
    const link = createLink(talk);
    const sender = createSender(talk);
    const outbox = [...storage.listUnsent(record.conversationId), ...carried];
    const { conversationId, ratings, talkRating, readSeq } = record;
    storage.keepTalk({ ...record, usedAt: surroundings.now() });
    current = { talk, record, stop: link.stop, wake: link.wake, pump: sender.pump };
    const kept = { ratings, talkRating, readSeq };
    dispatch({ type: "talk-opened", conversationId, messages, status, outbox, ...kept });
    link.start();
    sender.pump();
  };

  const open = async (options: typeof opening, carried: readonly Outgoing[] = []): Promise<void> => {
    opening = options;
    const mine = leave();
    const result = await surroundings.exclusively(`jieda:${botKey}`, () => openTalk(deps, options));
    if (generation !== mine) return;
    if ("failure" in result) dispatch({ type: "opening-failed", reason: toOpenFailure(result.failure) });
    else adopt(result, carried);
  };

  /** The server no longer knows the talk: begin a new one, and say there what was not yet delivered. */
  const reopen = (outbox: readonly Outgoing[]): Promise<void> => {
    storage.forgetTalk();
    const unsent = outbox.filter(
      ({ delivery, attachments }) => delivery !== "sent" && attachments.length === 0,
    );
    return open(
      opening,
      unsent.map((outgoing) => ({ ...outgoing, choice: null, delivery: "waiting" as const })),
    );
  };

  const report = (what: "typing" | "read" | "end" | "rating", body: unknown) =>
    current ? api.report(current.talk.session, what, body) : Promise.resolve(null);

  return {
    store,
    open,
    getSession: (): Session | null => current?.talk.session ?? null,

    send: ({ text, choice, attachments }: Said): void => {
      const outgoing: Outgoing = {
        clientId: surroundings.createId(),
        at: new Date(surroundings.now()).toISOString(),
        text,
        choice: choice ?? null,
        attachments: attachments ?? [],
        delivery: "waiting",
        failure: null,
        answeredBy: null,
      };
      dispatch({ type: "send-asked", outgoing });
      typingToldAt = 0;
      current?.pump();
    },
    retry: (clientId: string): void => {
      dispatch({ type: "send-retried", clientId });
      current?.pump();
    },
    discard: (clientId: string): void => dispatch({ type: "send-discarded", clientId }),

    rateMessage: async (messageId: string, rating: Rating): Promise<boolean> => {
      const body: RatingBody = {
        messageId,
        value: rating.value,
        ...(rating.reason ? { reason: rating.reason } : {}),
      };
      const result = await report("rating", body);
      if (result?.isOk) dispatch({ type: "message-rated", messageId, rating });
      return result?.isOk ?? false;
    },
    rateTalk: async (value: 1 | 2 | 3 | 4 | 5, reason: string): Promise<boolean> => {
      const body: RatingBody = { value, ...(reason ? { reason } : {}) };
      const result = await report("rating", body);
      if (result?.isOk) dispatch({ type: "talk-rated" });
      return result?.isOk ?? false;
    },

    tellTyping: (): void => {
      if (surroundings.now() - typingToldAt < TYPING_EVERY_MS) return;
      typingToldAt = surroundings.now();
      void report("typing", {});
    },
    tellRead: (): void => {
      const { messages, readSeq } = store.getState();
      const seq = messages.at(-1)?.seq ?? 0;
      if (seq <= readSeq) return;
      dispatch({ type: "messages-read", seq });
      void report("read", { seq });
    },

    end: async (): Promise<void> => {
      const result = await report("end", {});
      if (result?.isOk) dispatch({ type: "status-changed", status: "ended" });
    },
    /** Leaves this talk behind, ended, and begins a new one. */
    startNew: (options: typeof opening): Promise<void> => {
      if (store.getState().status !== "ended") void report("end", {});
      storage.forgetTalk();
      return open(options);
    },
    /** Another tab began another talk: follow it. */
    follow: (): void => {
      const record = storage.findTalk(surroundings.now());
      if (current && record && record.conversationId !== current.record.conversationId) void open(opening);
    },
    wake: (): void => {
      if (store.getState().phase.kind === "failed") void open(opening);
      for (const { clientId, failure } of store.getState().outbox) {
        if (failure === "network") dispatch({ type: "send-retried", clientId });
      }
      current?.wake();
      current?.pump();
    },
    close: (): void => void leave(),
  };
}

export type Talk = ReturnType<typeof createTalk>;

async function openTalk(
  deps: TalkDeps,
  options: { readonly locale: string; readonly identity: string | null },
): Promise<Opened | { readonly failure: ApiFailure }> {
  const { storage, surroundings } = deps;
  const subject = readSubject(options.identity);
  const kept = storage.findTalk(surroundings.now());
  // A talk that belongs to somebody is opened for nobody else; a nameless one stays with this browser.
  if (kept && (kept.subject === null || kept.subject === subject)) {
    const resumed = await resumeTalk(deps, kept);
    if (!("failure" in resumed) || !isLostStatus(resumed.failure.status)) return resumed;
  }
  storage.forgetTalk();
  return startTalk(deps, { ...options, subject });
}

async function resumeTalk(
  { api }: TalkDeps,
  record: TalkRecord,
): Promise<Opened | { readonly failure: ApiFailure }> {
  const messages: ChatMessage[] = [];
  for (;;) {
    const page = await api.listMessages(record, messages.at(-1)?.seq ?? 0);
    if (!page.isOk) return { failure: page.failure };
    messages.push(...page.value.messages);
    if (!page.value.hasMore || page.value.messages.length === 0) {
      return { record, messages, status: page.value.status };
    }
  }
}

async function startTalk(
  { botKey, api, storage, surroundings }: TalkDeps,
  options: { readonly locale: string; readonly identity: string | null; readonly subject: string | null },
): Promise<Opened | { readonly failure: ApiFailure }> {
  const { locale, identity, subject } = options;
  const visitor = storage.getVisitor(surroundings.createId);
  const started = await api.startConversation(botKey, { locale, visitor, ...(identity ? { identity } : {}) });
  if (!started.isOk) return { failure: started.failure };
  const { conversationId, token, messages, status } = started.value;
  const usedAt = surroundings.now();
  const fresh = { ratings: {}, talkRating: "none", readSeq: 0 } as const;
  const record: TalkRecord = { conversationId, token, subject, usedAt, ...fresh };
  storage.keepTalk(record);
  return { record, messages, status };
}

function toOpenFailure({ status, code }: ApiFailure): OpenFailure {
  if (status === 429) return "too_many";
  if (code === "identity_required" || code === "identity_invalid" || status === 401)
    return "identity_required";
  if (code === "bot_unavailable") return "unavailable";
  if (status === 404) return "unknown_bot";
  return status === 0 ? "network" : "unavailable";
}
