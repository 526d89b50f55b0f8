import { createStore } from "zustand/vanilla";
import type { Session } from "./create-api.ts";
import { createLink } from "./create-link.ts";
import { createReports } from "./create-reports.ts";
import { createSender } from "./create-sender.ts";
import type { Cited, UploadedFile } from "./message.ts";
import { type Opened, type OpenOptions, openFreshTalk, openTalk, toOpenFailure } from "./open-talk.ts";
import { readSubject } from "./read-subject.ts";
import type { OpenTalk, TalkDeps } from "./talk-deps.ts";
import { emptyTalk, type Outgoing, reduceTalk, type TalkEvent, type TalkState } from "./talk-state.ts";
import type { TalkRecord } from "./talk-storage.ts";

type Said = {
  readonly text: string;
  readonly choice?: string;
  readonly attachments?: readonly UploadedFile[];
};

type Current = {
  readonly session: Session;
  record: TalkRecord;
  stop(): void;
  wake(): void;
  pump(): void;
};

/** One customer's talk with one bot in one tab: opens or resumes it, sends, listens, and never shows anything twice. */
export function createTalk(deps: TalkDeps) {
  const { botKey, storage, surroundings } = deps;
  const store = createStore<TalkState>(() => emptyTalk);
  let generation = 0;
  let opening: OpenOptions = { locale: "zh-CN", identity: null, context: null };
  let current: Current | null = null;

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

  /** The nameless talk too: else it would come back in place of the new one. */
  const forget = (): void => {
    for (const subject of [null, readSubject(opening.identity)]) storage.forgetTalk(subject);
  };

  const leave = (): number => {
    generation += 1;
    current?.stop();
    current = null;
    store.setState(emptyTalk, true);
    return generation;
  };

  const adopt = (
    { record, messages, status, ratingRequested }: Opened,
    carried: readonly Outgoing[],
  ): void => {
    const mine = generation;
    const { conversationId, token, ratings, talkRating, readSeq } = record;
    const isLeft = () => generation !== mine;
    const onLost = () => {
      if (!isLeft()) void reopen(store.getState().outbox);
    };
    const talk: OpenTalk = { deps, store, session: { conversationId, token }, dispatch, isLeft, onLost };
    const link = createLink(talk);
    const sender = createSender(talk);
    const outbox = [...storage.listUnsent(conversationId), ...carried];
    storage.keepTalk({ ...record, usedAt: surroundings.now() });
    current = { session: talk.session, record, stop: link.stop, wake: link.wake, pump: sender.pump };
    const kept = { ratings, talkRating, readSeq };
    dispatch({ type: "talk-opened", conversationId, messages, status, outbox, ...kept });
    if (ratingRequested) dispatch({ type: "rating-requested" });
    link.start();
    sender.pump();
  };

  const open = async (
    options: OpenOptions,
    { carried = [], begin = openTalk }: { carried?: readonly Outgoing[]; begin?: typeof openTalk } = {},
  ): Promise<void> => {
    opening = options;
    const mine = leave();
    const result = await surroundings.exclusively(`jieda:${botKey}`, () => begin(deps, options));
    if (generation !== mine) return;
    if ("failure" in result) dispatch({ type: "opening-failed", reason: toOpenFailure(result.failure) });
    else adopt(result, carried);
  };

  /** The server no longer knows the talk: begin a new one, and say there what was not yet delivered. Files went with the old one. */
  const reopen = (outbox: readonly Outgoing[]): Promise<void> => {
    const unsent = outbox.filter(
      ({ delivery, attachments }) => delivery !== "sent" && attachments.length === 0,
    );
    forget();
    const carried = unsent.map((outgoing) => ({ ...outgoing, choice: null, delivery: "waiting" as const }));
    return open(opening, { carried });
  };

  const reports = createReports({ ...deps, store, dispatch, getSession: () => current?.session ?? null });

  return {
    ...reports,
    store,
    open: (options: OpenOptions) => open(options),
    close: (): void => void leave(),
    getSession: (): Session | null => current?.session ?? null,

    /** Null when it cannot be read: the network is away, or customers may not read it any more. */
    openCitation: async (place: { readonly seq: number; readonly index: number }): Promise<Cited | null> => {
      const answer = current === null ? null : await deps.api.openCitation(current.session, place);
      return answer?.isOk ? answer.value : null;
    },

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
      current?.pump();
    },
    retry: (clientId: string): void => {
      dispatch({ type: "send-retried", clientId });
      current?.pump();
    },
    discard: (clientId: string): void => dispatch({ type: "send-discarded", clientId }),

    /** Leaves this talk behind, ended, and begins a new one. */
    startNew: (options: OpenOptions): Promise<void> => {
      if (store.getState().status !== "ended") void reports.end();
      forget();
      return open(options, { begin: openFreshTalk });
    },
    /** Another tab began another talk: follow it. */
    follow: (): void => {
      const record = current && storage.findTalk(surroundings.now(), current.record.subject);
      if (current && record && record.conversationId !== current.record.conversationId) void open(opening);
    },
    /** The network or the reader is back. */
    wake: (): void => {
      if (store.getState().phase.kind === "failed") void open(opening);
      for (const { clientId, failure } of store.getState().outbox) {
        if (failure === "network") dispatch({ type: "send-retried", clientId });
      }
      current?.wake();
      current?.pump();
    },
  };
}

export type Talk = ReturnType<typeof createTalk>;
