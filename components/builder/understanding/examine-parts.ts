import type { Inputs, Outputs } from "#components/trpc-client.ts";
import { type Examined, toExaminedKey, toExaminedRequest } from "#flows/preview/examined-part.ts";
import { findPrintedPart } from "#flows/preview/find-printed-part.ts";
import type { BuilderStore, ExaminationState } from "../store/builder-store.ts";

type Answer = Outputs["preview"]["examine"];

export type ExamineHands = {
  readonly store: BuilderStore;
  ask(question: Inputs["preview"]["examine"]): Promise<Answer>;
  /** Resolves after a moment. */
  pause(): Promise<void>;
};

/** With the usual pause some minutes: whatever takes longer has failed. */
const ASKED_MAX = 400;

/**
 * Has parts of the open document examined, one after the other, as they are on the screen, saved or not; what comes of it goes into
 * the store. What was examined already, or is being so, is left alone; what is edited meanwhile is given up, as nobody will see what would
 * come of it.
 */
export async function examineParts(hands: ExamineHands, parts: readonly Examined[]): Promise<void> {
  const { store } = hands;
  const due = parts.flatMap((examined) => {
    const { bundle, examinations } = store.getState();
    const key = toExaminedKey(bundle, examined);
    const known = key === null ? undefined : examinations.get(key)?.state;
    return key === null || known === "done" || known === "running" ? [] : [{ examined, key, bundle }];
  });
  for (const { key } of due) store.getState().setExamination(key, { state: "running" });
  for (const { examined, key, bundle } of due) {
    const isWanted = () => toExaminedKey(store.getState().bundle, examined) === key;
    const found = findPrintedPart(bundle, toExaminedRequest(examined));
    const answer = found === null ? null : await askUntilKnown(hands, { examined, ...found, isWanted });
    store.getState().setExamination(key, toState(answer));
  }
}

/** superseded: it was edited before the answer came. */
type Outcome = Answer | "superseded" | null;

function toState(outcome: Outcome): ExaminationState | null {
  if (outcome === "superseded") return null;
  return outcome?.type === "examined" ? { state: "done", report: outcome.report } : { state: "failed" };
}

type Part = { readonly examined: Examined; isWanted(): boolean } & NonNullable<
  ReturnType<typeof findPrintedPart>
>;

async function askUntilKnown(
  { store, ask, pause }: ExamineHands,
  { examined, part, print, isWanted }: Part,
): Promise<Outcome> {
  const { botId } = store.getState();
  const question = { botId, examined: toMutable(examined), expects: print };
  let isSent = false;
  for (let asked = 0; asked < ASKED_MAX; asked += 1) {
    if (!isWanted()) return "superseded";
    const answer = await ask(isSent ? { ...question, part } : question).catch(() => null);
    if (answer?.type === "stale" && !isSent) isSent = true;
    else if (answer?.type === "learning") await pause();
    else return answer;
  }
  return null;
}

/** The procedure's input is parsed JSON, whose lists are not readonly. */
const toMutable = (examined: Examined) =>
  examined.type === "faq" ? { ...examined, faqSets: [...examined.faqSets] } : examined;
