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

export type AskMatcher = (question: {
  readonly request: InlineRequest;
  readonly locale: Locale;
  readonly expects: string | null;
  readonly part?: LearnedPart;
}) => Promise<MatchAnswer>;

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
export function createMatcher(ask: AskMatcher, { wait, setLearning }: Waiting) {
  return async (request: InlineRequest, bundle: Bundle, locale: Locale): Promise<Json> => {
    const found = findPrintedPart(bundle, request);
    if (found === null) return { outcome: "none", candidates: [], reasons: [] };
    let isSentAlong = false;
    try {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const part = isSentAlong ? { part: found.part } : {};
        const answer = await ask({ request, locale, expects: found.print, ...part });
        if (answer.type === "matched") return answer.value;
        const canSend = JSON.stringify(found.part).length <= PART_MAX_CHARS;
        if (answer.type === "stale" && canSend && !isSentAlong) {
          isSentAlong = true;
          continue;
        }
        setLearning(true);
        await wait(POLL_MS);
      }
    } finally {
      setLearning(false);
    }
    throw new Error("the matcher did not get ready");
  };
}
