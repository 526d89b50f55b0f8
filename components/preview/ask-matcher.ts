import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { findPrintedPart } from "#flows/preview/find-printed-part.ts";
import type { LearnedPart } from "#flows/preview/learned-part.ts";
import type { UnmatchedTexts } from "./unmatched-messages.ts";

export type MatchAnswer =
  | { readonly type: "matched"; readonly value: Json }
  | { readonly type: "learning" }
  | { readonly type: "stale" }
  | { readonly type: "failed"; readonly reason: keyof UnmatchedTexts["failed"] };

/** Who the customer is played to be. */
type Asker = { readonly locale: Locale; readonly channel: string };

/** Aborted when nobody wants the answer any more: nothing is asked from then on. */
type Call = { readonly signal?: AbortSignal | undefined };

/** What the caller holds of what is learned. */
type Own = { readonly part: LearnedPart; readonly isDraft: boolean };

type Question = Asker & {
  readonly request: InlineRequest;
  readonly expects: string | null;
};

export type AskMatcher = (question: Question & { readonly part?: LearnedPart }) => Promise<MatchAnswer>;

export type MatcherHands = {
  wait(ms: number): Promise<void>;
  /** True while the server learns what was changed. */
  setLearning(isLearning: boolean): void;
  /** What the tester reads when there is no answer. */
  getTexts(): UnmatchedTexts;
  /**
   * Whether this is the draft that is open, or was it before an edit: the server will soon hold what it holds. False of a version. Null:
   * the caller does not hold what is learned, so whatever is saved counts.
   */
  readonly isDraft: ((bundle: Bundle) => boolean) | null;
};

/** Its message is for the tester to read. */
export class Unmatched extends Error {}

const POLL_MS = 150;
/** Of what weighs much: learning it takes longer, and where several servers answer in turn it is sent to each. */
const HEAVY_POLL_MS = 1_000;
const HEAVY_MIN_BYTES = 300_000;
/** Thousands of questions take seconds to learn; after this the call has failed. */
const WAITED_MAX_MS = 60_000;
/** The server takes no more than two megabytes at once; the question itself is some of it. */
const PART_MAX_BYTES = 2 * 1024 * 1024 - 64 * 1024;

/**
 * Asks the server to match by what is on the screen: by the saved draft where that is the same, else by the part, which
 * is sent once and then named by its print. Never by an older one.
 */
export function createMatcher(ask: AskMatcher, hands: MatcherHands) {
  const { wait, getTexts, isDraft } = hands;
  /** Calls whose answer is being learned. */
  const learning = new Set<Call>();
  const setLearning = (call: Call, isLearning: boolean): void => {
    if (isLearning && !call.signal?.aborted) learning.add(call);
    else learning.delete(call);
    hands.setLearning(learning.size > 0);
  };

  /** What is to be sent along in place of what is saved; null where there is nothing, and where saving is waited for. */
  const toSpare = (answer: MatchAnswer, own: Own | null): LearnedPart | null => {
    if (answer.type !== "stale" || own === null) return null;
    if (countBytes(own.part) <= PART_MAX_BYTES) return own.part;
    if (!own.isDraft) throw new Unmatched(getTexts().tooLarge);
    return null;
  };

  const askOnce = async (question: Parameters<AskMatcher>[0], { signal }: Call) => {
    signal?.throwIfAborted();
    const answer = await ask(question);
    if (answer.type === "failed") throw new Unmatched(getTexts().failed[answer.reason]);
    return answer;
  };

  const askUntilReady = async (question: Question, own: Own | null, call: Call): Promise<Json> => {
    let spare: LearnedPart | null = null;
    let pollMs = POLL_MS;
    for (let waited = 0; waited < WAITED_MAX_MS; waited += pollMs) {
      const answer = await askOnce(spare === null ? question : { ...question, part: spare }, call);
      if (answer.type === "matched") return answer.value;
      spare = spare === null ? toSpare(answer, own) : null;
      if (spare === null) {
        setLearning(call, true);
        await wait(pollMs);
      } else pollMs = toPollMs(spare);
    }
    throw new Unmatched(getTexts().notReady);
  };

  return async (
    request: InlineRequest,
    bundle: Bundle,
    { locale, channel, signal }: Asker & Call,
  ): Promise<Json> => {
    const held = isDraft === null ? null : findPrintedPart(bundle, request);
    // Knowledge bases are no part of the document: only the server can ask them.
    const isAnsweredElsewhere = isDraft === null || asksBases(request);
    if (held === null && !isAnsweredElsewhere) return { outcome: "none", candidates: [], reasons: [] };
    const own = held && { part: held.part, isDraft: isDraft?.(bundle) === true };
    const call: Call = { signal };
    const onAbort = () => setLearning(call, false);
    signal?.addEventListener("abort", onAbort);
    try {
      return await askUntilReady({ request, locale, channel, expects: held?.print ?? null }, own, call);
    } finally {
      signal?.removeEventListener("abort", onAbort);
      setLearning(call, false);
    }
  };
}

function asksBases(request: InlineRequest): boolean {
  if (request.name === "search-passages" || request.name === "query-graph") return true;
  return request.name === "match-faq" && (request.input.bases ?? []).length > 0;
}

const sizes = new WeakMap<LearnedPart, number>();

/** Counted once of each: megabytes take milliseconds to write. */
function countBytes(part: LearnedPart): number {
  const bytes = sizes.get(part) ?? new TextEncoder().encode(JSON.stringify(part)).length;
  sizes.set(part, bytes);
  return bytes;
}

const toPollMs = (part: LearnedPart): number =>
  countBytes(part) > HEAVY_MIN_BYTES ? HEAVY_POLL_MS : POLL_MS;
