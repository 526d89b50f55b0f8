import { setTimeout as wait } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { askDraft, type DraftAnswer, type DraftQuestion, knowsDraft, seatDraft } from "./draft-desk.ts";
import { readDraft, readDraftPrint } from "./read-draft.ts";

/** Longer than this a page is not kept waiting; it asks again. */
const ANSWER_MS_MAX = 2_000;

export type InWorkspace = <T>(work: (tx: TransactionSql) => Promise<T>) => Promise<T>;

/** Asks the draft of a base as it is saved now. Null: it is still being learned, or was changed meanwhile; ask again. */
export async function askBase(
  inWorkspace: InWorkspace,
  key: BaseKey,
  question: DraftQuestion,
): Promise<DraftAnswer | null> {
  await inWorkspace(async (tx) => {
    await getBase(tx, key);
    const print = await readDraftPrint(tx, key);
    if (!knowsDraft(key.baseId, print)) seatDraft(key.baseId, print, await readDraft(tx, key));
  });
  const late = new AbortController();
  try {
    return await Promise.race([
      askDraft(key.baseId, question),
      wait(ANSWER_MS_MAX, null, { signal: late.signal }),
    ]);
  } catch {
    // Another save replaced the thread (D1, D3).
    return null;
  } finally {
    late.abort();
  }
}

type Asking = { readonly key: BaseKey; readonly question: DraftQuestion; readonly waitMs: number };

/** The same, asked again while the draft is being learned; for what cannot go on without an answer. */
export async function askBaseUntil(
  inWorkspace: InWorkspace,
  { key, question, waitMs }: Asking,
): Promise<DraftAnswer | null> {
  const lateAt = Date.now() + waitMs;
  for (;;) {
    const answer = await askBase(inWorkspace, key, question);
    if (answer !== null || Date.now() >= lateAt) return answer;
  }
}
