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

/** A longer message tells something; a repair is short. */
const MESSAGE_MAX_CHARS = 80;
/** Who is angry writes more before the call for a person comes; what is pasted is longer still. */
const HUMAN_MESSAGE_MAX_CHARS = 500;
/** Of one sentence: of plain Han text, and of other scripts. */
const HUMAN_MAX_CHARS = 24;
const HUMAN_MAX_WORDS = 14;
/** Where one sentence, or a part of it that can stand alone, ends. A decimal point and "e.g." are none. */
const PAUSE = /[，,。！!？?；;：:…~～\n]+|\.(?=\s|$)/u;

/** A request for a person is found first and cannot be switched off; of the others the flow's settings decide. */
export function findRepair(text: string, settings: FlowSettings["repair"]): Repair | null {
  if (text.length > HUMAN_MESSAGE_MAX_CHARS) return null;
  const plain = toPlainWords(text);
  if (asksForHuman(text, plain, settings.human.words.map(toPlainWords))) return { type: "human" };
  if (text.length > MESSAGE_MAX_CHARS || plain === "") return null;
  const spellings = listSpellings(plain);

  for (const type of ["cancel", "back", "repeat", "correct"] as const) {
    const { enabled, words } = settings[type];
    const known: readonly string[] = words.length > 0 ? words.map(toPlainWords) : REPAIR_WORDS[type];
    if (enabled && spellings.some((spelling) => known.includes(spelling))) {
      return type === "correct" ? { type, value: null } : { type };
    }
  }
  return settings.correct.enabled ? findCorrection(text.trim()) : null;
}

/** The whole message does, or a part of it between two pauses: "这电话太难打了，转人工" is no question about a phone. */
function asksForHuman(text: string, plain: string, own: readonly string[]): boolean {
  if (listSpellings(withoutEcho(plain)).some((spelling) => isWholeCall(spelling, own))) return true;
  const words = own.filter((word) => word.length > 1);
  if (isCall(plain, words)) return true;
  const parts = text.split(PAUSE).filter((part) => part !== "");
  return parts.length > 1 && parts.some((part) => isCall(toPlainWords(part), words));
}

function isWholeCall(spelling: string, own: readonly string[]): boolean {
  return HUMAN_MESSAGES.includes(spelling) || (spelling !== "" && own.includes(spelling));
}

function isCall(plain: string, own: readonly string[]): boolean {
  if (!isShort(plain)) return false;
  const places = [
    ...HUMAN_PHRASES.map((pattern) => pattern.exec(plain)?.index ?? -1),
    ...own.map((word) => plain.indexOf(word)),
  ].filter((place) => place >= 0);
  if (places.length === 0 || NOT_A_REQUEST.some((pattern) => pattern.test(plain))) return false;
  return !places.some((place) => NEGATION.test(plain.slice(0, place)));
}

/** Who is not heard says it again: 人工人工人工. */
function withoutEcho(plain: string): string {
  return /^(.{2,8}?) ?(?:\1 ?)+$/u.exec(plain)?.[1] ?? plain;
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
