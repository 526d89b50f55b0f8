import type { LearningSignal } from "#drizzle/schema/learning.ts";
import { maskPersonalData } from "#flows/answers/mask-personal-data.ts";
import { normalizeText } from "../../../understanding/normalize.ts";
import { isSmallTalk } from "../../documents/search/is-small-talk.ts";
import { dropMasked } from "./drop-masked.ts";
import { asksAnotherWay, findRepeats } from "./find-repeats.ts";

/** What `read-talks.ts` reads of one turn: enough to tell whether it went badly, and nothing else of the customer. */
export type ReadTurn = {
  readonly turn: number;
  readonly at: string;
  /** What the customer wrote; null for a turn without words of theirs. */
  readonly text: string | null;
  /** An option was clicked: its words are the bot's own. */
  readonly isChoice: boolean;
  /** The steps of nodes that understand, in their order. */
  readonly steps: readonly ReadStep[];
  /** The last word of the turn on whether it was understood, and by which kind of node it was said. */
  readonly understood: { readonly outcome: "hit" | "miss"; readonly kind: string } | null;
  /** Asks something of the talk itself (again, back, a person): no question about the shop. */
  readonly repair: string | null;
  readonly isHandedOver: boolean;
  /** A port that leads nowhere, or the like: the flow had no answer drawn. */
  readonly isDeadEnd: boolean;
  readonly isRatedDown: boolean;
};

export type ReadStep = {
  readonly kind: string;
  readonly port: string | null;
  /** Of a log-gap node: why, and the question as it was put down. */
  readonly reason: string | null;
  readonly question: string | null;
};

export type ReadTalk = {
  readonly conversationId: string;
  readonly botId: string;
  readonly contactId: string;
  readonly turns: readonly ReadTurn[];
};

export type FoundQuestion = {
  readonly conversationId: string;
  readonly botId: string;
  readonly contactId: string;
  readonly turn: number;
  readonly askedAt: string;
  readonly text: string;
  readonly key: string;
  readonly signals: readonly LearningSignal[];
};

/** A longer message tells a story; what of it is the question, nobody can tell without reading the talk. */
const QUESTION_MAX_CHARS = 300;
const KEY_MIN_CHARS = 2;
/** Who rates, asks for a person or repeats themselves means something that they said at most so many turns ago. */
const LOOK_BACK_TURNS = 3;

const GAP_SIGNALS: Readonly<Record<string, LearningSignal>> = {
  "no-answer": "unanswered",
  "low-confidence": "low_confidence",
  "wrong-answer": "thumbs_down",
  "out-of-date": "thumbs_down",
};

/** The questions of a talk that were answered badly or not at all, each once, masked. Pure: what is kept of a talk is decided here. */
export function findQuestions({ turns, ...talk }: ReadTalk): readonly FoundQuestion[] {
  const texts = turns.map(toQuestion);
  const signals = turns.map((turn, at) => (texts[at] == null ? [] : readSignals(turn)));
  const blame = (from: number, signal: LearningSignal): void => {
    const at = findAsked(texts, from);
    if (at !== null) signals[at]?.push(signal);
  };
  for (const [at, turn] of turns.entries()) {
    if (turn.isRatedDown) blame(at, "thumbs_down");
    if (turn.isHandedOver) blame(turn.repair === null ? at : at - 1, "handed_over");
    if (turn.text !== null && asksAnotherWay(turn.text)) blame(at - 1, "re_asked");
  }
  for (const at of findRepeats(texts, LOOK_BACK_TURNS)) signals[at]?.push("re_asked");

  return turns.flatMap(({ turn, at: askedAt }, at): readonly FoundQuestion[] => {
    const text = texts[at] ?? null;
    const found = [...new Set(signals[at] ?? [])].sort();
    if (text === null || found.length === 0) return [];
    return [{ ...talk, turn, askedAt, text, key: toQuestionKey(text), signals: found }];
  });
}

/** The masked question of a turn; null when it asked nothing that an entry could answer. */
function toQuestion(turn: ReadTurn): string | null {
  const gap = turn.steps.find(({ question }) => question !== null)?.question ?? null;
  const isQuestion = turn.repair === null && !turn.isChoice && wasLookedAt(turn);
  const said = gap ?? (isQuestion ? turn.text : null);
  if (said === null || isSmallTalk(said)) return null;
  const text = maskPersonalData(said)
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, QUESTION_MAX_CHARS)
    .toWellFormed();
  return toQuestionKey(text).length < KEY_MIN_CHARS || asksAnotherWay(text) ? null : text;
}

/** Equal for questions that say the same: whose number it is about makes no other question. */
const toQuestionKey = (text: string): string => normalizeText(dropMasked(text));

/** A form's answer is no question: only what a node tried to understand is. */
function wasLookedAt({ steps, understood, isDeadEnd }: ReadTurn): boolean {
  return steps.length > 0 || understood !== null || isDeadEnd;
}

function readSignals(turn: ReadTurn): LearningSignal[] {
  const { steps, understood, isDeadEnd } = turn;
  const gaps = steps.flatMap(({ reason }) => (reason === null ? [] : (GAP_SIGNALS[reason] ?? [])));
  const isMissed = understood?.outcome === "miss" || (isDeadEnd && understood?.outcome !== "hit");
  // "None of these" says that the suggestions of an earlier turn were wrong; that one is put down already.
  if (isMissed && understood?.kind !== "clarify") return [...gaps, "unanswered"];
  const last = steps.findLast(({ kind }) => kind === "faq" || kind === "intent");
  const isUnsure = last?.port === "suggest" || last?.port === "ambiguous";
  return isUnsure ? [...gaps, "low_confidence"] : gaps;
}

/** The question that somebody means who complains in this turn. */
function findAsked(texts: readonly (string | null)[], from: number): number | null {
  for (let at = from; at >= 0 && at > from - LOOK_BACK_TURNS; at -= 1) if (texts[at] != null) return at;
  return null;
}
