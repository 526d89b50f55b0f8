import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { findPrintedPart } from "#flows/preview/find-printed-part.ts";
import type { LearnedPart } from "#flows/preview/learned-part.ts";

export type MatchAnswer =
  | { readonly type: "matched"; readonly value: Json }
  | { readonly type: "learning" }
  | { readonly type: "stale" };

/** Who the customer is played to be. */
type Asker = { readonly locale: Locale; readonly channel: string };

type Question = Asker & {
  readonly request: InlineRequest;
  readonly expects: string | null;
};

export type AskMatcher = (question: Question & { readonly part?: LearnedPart }) => Promise<MatchAnswer>;

type Waiting = {
  wait(ms: number): Promise<void>;
  /** True while the server learns what was changed. */
  setLearning(isLearning: boolean): void;
};

const POLL_MS = 150;
/** Thousands of questions take seconds to learn; after this the call has failed. */
const TRIES_MAX = 400;
/** A longer part is waited for until it is saved, rather than sent with the question. */
const PART_MAX_CHARS = 300_000;

/**
 * Asks the server to match by what is on the screen: by the saved draft where that is the same, else by the part sent along.
 * Never by an older one.
 */
export function createMatcher(
  ask: AskMatcher,
  { wait, setLearning }: Waiting,
  /** `server`: the caller does not hold what is learned, so whatever is saved counts. */
  truth: "screen" | "server" = "screen",
) {
  const askUntilReady = async (question: Question, spare: LearnedPart | null): Promise<Json> => {
    let along: { readonly part?: LearnedPart } = {};
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const answer = await ask({ ...question, ...along });
      if (answer.type === "matched") return answer.value;
      if (answer.type === "stale" && spare !== null && along.part === undefined) {
        along = { part: spare };
        continue;
      }
      setLearning(true);
      await wait(POLL_MS);
    }
    throw new Error("the matcher did not get ready");
  };

  return async (request: InlineRequest, bundle: Bundle, { locale, channel }: Asker): Promise<Json> => {
    const own = truth === "screen" ? findPrintedPart(bundle, request) : NOT_HELD;
    // Knowledge bases are no part of the document: only the server can ask them.
    const found = own ?? (asksBases(request) ? NOT_HELD : null);
    if (found === null) return { outcome: "none", candidates: [], reasons: [] };
    try {
      const spare = isShort(found.part) ? found.part : null;
      return await askUntilReady({ request, locale, channel, expects: found.print }, spare);
    } finally {
      setLearning(false);
    }
  };
}

function asksBases(request: InlineRequest): boolean {
  if (request.name === "search-passages" || request.name === "query-graph") return true;
  return request.name === "match-faq" && (request.input.bases ?? []).length > 0;
}

const NOT_HELD = { part: null, print: null };

const isShort = (part: LearnedPart | null): boolean =>
  part !== null && JSON.stringify(part).length <= PART_MAX_CHARS;
