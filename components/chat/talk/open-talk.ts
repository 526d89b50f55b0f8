import type { JsonObject } from "../../../flows/kernel/json.ts";
import type { ApiFailure, Session } from "./create-api.ts";
import type { ChatMessage, ConversationStatus } from "./message.ts";
import { readSubject } from "./read-subject.ts";
import { isLostStatus, type TalkDeps } from "./talk-deps.ts";
import type { OpenFailure } from "./talk-state.ts";
import type { TalkRecord } from "./talk-storage.ts";

export type OpenOptions = {
  readonly locale: string;
  readonly identity: string | null;
  /** What the host page tells the flow; it counts when a talk begins. */
  readonly context: JsonObject | null;
};

export type Opened = {
  readonly record: TalkRecord;
  readonly messages: readonly ChatMessage[];
  readonly status: ConversationStatus;
  readonly ratingRequested: boolean;
};

type Opening = Opened | { readonly failure: ApiFailure };

/**
 * Resumes the reader's own talk, or begins one. Nobody is ever shown the talk of somebody else. Who was nameless, has asked
 * something and then signs in goes on with that talk; the identity counts from the next one.
 */
export async function openTalk(deps: TalkDeps, options: OpenOptions): Promise<Opening> {
  const subject = readSubject(options.identity);
  const own = await findKept(deps, subject);
  if (own) return own;
  const nameless = subject === null ? null : await findKept(deps, null);
  if (nameless && ("failure" in nameless || nameless.messages.some(({ role }) => role === "customer"))) {
    return nameless;
  }
  return startTalk(deps, options);
}

/** Begins a talk whatever is kept: also a talk that another call was about to keep when this one was asked for. */
export function openFreshTalk(deps: TalkDeps, options: OpenOptions): Promise<Opening> {
  for (const subject of [null, readSubject(options.identity)]) deps.storage.forgetTalk(subject);
  return startTalk(deps, options);
}

/** The kept talk with what was said in it; null when there is none that the server still knows. */
async function findKept(deps: TalkDeps, subject: string | null): Promise<Opening | null> {
  const kept = deps.storage.findTalk(deps.surroundings.now(), subject);
  if (!kept) return null;
  const resumed = await resumeTalk(deps, kept);
  if (!("failure" in resumed) || !isLostStatus(resumed.failure.status)) return resumed;
  deps.storage.forgetTalk(subject);
  return null;
}

export function toOpenFailure({ status, code }: ApiFailure): OpenFailure {
  if (status === 429) return "too_many";
  if (code === "identity_required" || code === "identity_invalid" || status === 401)
    return "identity_required";
  if (code === "bot_unavailable") return "unavailable";
  if (status === 404) return "unknown_bot";
  return status === 0 ? "network" : "unavailable";
}

async function resumeTalk({ api }: TalkDeps, record: TalkRecord): Promise<Opening> {
  const session: Session = { conversationId: record.conversationId, token: record.token };
  const messages: ChatMessage[] = [];
  for (;;) {
    const page = await api.listMessages(session, messages.at(-1)?.seq ?? 0);
    if (!page.isOk) return { failure: page.failure };
    messages.push(...page.value.messages);
    if (!page.value.hasMore || page.value.messages.length === 0) {
      const { status, ratingRequested } = page.value;
      return { record, messages, status, ratingRequested };
    }
  }
}

async function startTalk(deps: TalkDeps, { locale, identity, context }: OpenOptions): Promise<Opening> {
  const { botKey, api, storage, surroundings } = deps;
  const visitor = storage.getVisitor(surroundings.createId);
  const started = await api.startConversation(botKey, {
    locale,
    visitor,
    ...(identity ? { identity } : {}),
    ...(context ? { context } : {}),
  });
  if (!started.isOk) return { failure: started.failure };
  const { conversationId, token, messages, status } = started.value;
  const record: TalkRecord = {
    conversationId,
    token,
    subject: readSubject(identity),
    usedAt: surroundings.now(),
    ratings: {},
    talkRating: "none",
    readSeq: 0,
  };
  storage.keepTalk(record);
  return { record, messages, status, ratingRequested: false };
}
