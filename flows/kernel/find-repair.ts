import type { FlowSettings } from "./flow.ts";
import { readsAsQuestion } from "./reads-as-question.ts";
import {
  CORRECTIONS,
  HUMAN_MESSAGES,
  HUMAN_PHRASES,
  NEGATION,
  NOT_A_REQUEST,
  POLITE_END,
  POLITE_START,
  REPAIR_WORDS,
} from "./repair-words.ts";
import { toPlainWords } from "./to-plain-words.ts";

/** What a customer wants of the talk itself, whatever the open question is. */
export type Repair =
  | { readonly type: "human" }
  | { readonly type: "cancel" }
  | { readonly type: "back" }
  | { readonly type: "repeat" }
  | { readonly type: "correct"; readonly value: string | null };

/** A longer message tells something; a call for help is short. */
const MESSAGE_MAX_CHARS = 80;
/** Of plain Han text, and of other scripts. */
const HUMAN_MAX_CHARS = 24;
const HUMAN_MAX_WORDS = 14;

/** A request for a person is found first and cannot be switched off; of the others the flow's settings decide. */
export function findRepair(text: string, settings: FlowSettings["repair"]): Repair | null {
  if (text.length > MESSAGE_MAX_CHARS) return null;
  const plain = toPlainWords(text);
  if (plain === "") return null;
  const spellings = listSpellings(plain);

  if (asksForHuman(plain, spellings, settings.human.words)) return { type: "human" };
  for (const type of ["cancel", "back", "repeat", "correct"] as const) {
    const { enabled, words } = settings[type];
    const known: readonly string[] = words.length > 0 ? words.map(toPlainWords) : REPAIR_WORDS[type];
    if (enabled && spellings.some((spelling) => known.includes(spelling))) {
      return type === "correct" ? { type, value: null } : { type };
    }
  }
  return settings.correct.enabled ? findCorrection(text.trim()) : null;
}

function asksForHuman(plain: string, spellings: readonly string[], own: readonly string[]): boolean {
  const ownPlain = own.map(toPlainWords).filter((word) => word !== "");
  if (spellings.some((spelling) => HUMAN_MESSAGES.includes(spelling) || ownPlain.includes(spelling)))
    return true;
  if (!isShort(plain) || NOT_A_REQUEST.some((pattern) => pattern.test(plain))) return false;
  const places = [
    ...HUMAN_PHRASES.map((pattern) => pattern.exec(plain)?.index ?? -1),
    ...ownPlain.filter((word) => word.length > 1).map((word) => plain.indexOf(word)),
  ].filter((place) => place >= 0);
  return places.length > 0 && !places.some((place) => NEGATION.test(plain.slice(0, place)));
}

function isShort(plain: string): boolean {
  return /\p{Script=Han}/u.test(plain)
    ? plain.length <= HUMAN_MAX_CHARS
    : plain.split(" ").length <= HUMAN_MAX_WORDS;
}

function findCorrection(text: string): Repair | null {
  // A question is no correction: "actually, do you ship abroad"
  if (readsAsQuestion(text)) return null;
  for (const pattern of CORRECTIONS) {
    const value = pattern
      .exec(text)
      ?.groups?.value?.replace(/[。.!！]+$/u, "")
      .trim();
    if (value !== undefined && value !== "") return { type: "correct", value };
  }
  return null;
}

/** The message with and without polite words at its ends. */
function listSpellings(plain: string): readonly string[] {
  const tail = plain.replace(POLITE_START, "");
  return [plain, tail, plain.replace(POLITE_END, ""), tail.replace(POLITE_END, "")].map((spelling) =>
    spelling.trim(),
  );
}
