import type { InlineCalls } from "../../flows/kernel/protocol.ts";

type Answer = InlineCalls["match-faq"]["output"];

/** "Did you mean" never offers more than three. */
export const CANDIDATES_MAX = 3;

/** As within one matcher (`decide-outcome.ts`): a rival this near makes the choice the customer's. */
const RIVAL_SHARE = 0.75;

/** An author's own words, found by one matcher only; nothing learned is as sure. */
const EXACT = 1;

/**
 * One answer out of several matchers'. Scores are calibrated probabilities, so the best of all is simply the surest. It is sure
 * when its own matcher says so and no other knows a different answer that is nearly as likely.
 */
export function mergeMatches(matches: readonly Answer[]): Answer {
  const [only, ...others] = matches;
  if (only === undefined) return { outcome: "none", candidates: [], reasons: [] };
  if (others.length === 0) return only;
  const known = matches.filter(({ candidates }) => candidates.length > 0);
  const [best] = known.toSorted((a, b) => topOf(b) - topOf(a));
  if (best === undefined) return { outcome: "none", candidates: [], reasons: [] };
  if (best.outcome === "sure" && !known.some((other) => other !== best && isRival(best, other))) return best;
  const candidates = dropRepeated(known.flatMap((match) => match.candidates)).slice(0, CANDIDATES_MAX);
  const outcome = known.some((match) => match.outcome !== "none") ? "suggest" : "none";
  return { outcome, candidates, reasons: [], ...(best.basis === undefined ? {} : { basis: best.basis }) };
}

const topOf = ({ candidates }: Answer): number => candidates[0]?.score ?? 0;

function isRival(best: Answer, other: Answer): boolean {
  const [mine, theirs] = [best.candidates[0], other.candidates[0]];
  if (mine === undefined || theirs === undefined || mine.answer === theirs.answer) return false;
  if (mine.score === EXACT) return theirs.score === EXACT;
  return theirs.score > RIVAL_SHARE * mine.score;
}

/** The same question with the same answer in two places is one thing to choose. */
function dropRepeated(candidates: Answer["candidates"]): Answer["candidates"] {
  const seen = new Set<string>();
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .filter(({ question, answer }) => {
      const key = JSON.stringify([question, answer]);
      return seen.size < seen.add(key).size;
    });
}
