import type { Sql } from "postgres";
import { toJsonText } from "../db/to-json-text.ts";
import { type TurnRow, toCommitStatement } from "./commit-statement.ts";
import { isConnectionLost } from "./is-connection-lost.ts";

/**
 * Shares commits between conversations: a turn waits for the batch in flight, never for a timer. One batch at a time: a second
 * one beside it was measured to cost more processor time a turn and to bring no more turns.
 *
 * B1. A batch is one statement and one commit; a turn is written whole or not at all.
 * B2. A conversation is at most once in a batch (the caller's lock sees to it), and so is a contact that is changed: one statement
 *     writes a row once, and the other turn's tags would be lost.
 * B3. One turn's violated key or unwritable value never harms another's: the batch is then written turn by turn.
 */

/** More turns in one statement save nothing and make the first one wait. */
const BATCH_MAX = 64;

const UNIQUE_VIOLATION = "23505";

/** Errors after which the same statement may succeed: deadlock, serialisation. Lost connections are the caller's: the outcome is unknown. */
const RETRYABLE = new Set(["40P01", "40001"]);

/** `written`; `stale`: the epoch moved on or older events wait; `duplicate`: the client id was accepted before. */
export type CommitOutcome = "written" | "stale" | "duplicate";

type Waiting = {
  readonly row: TurnRow;
  readonly resolve: (outcome: CommitOutcome) => void;
  readonly reject: (reason: unknown) => void;
};

export type TurnCommitter = { commit(row: TurnRow): Promise<CommitOutcome>; idle(): Promise<void> };

export function createTurnCommitter(sql: Sql): TurnCommitter {
  let queue: Waiting[] = [];
  let isWriting = false;
  let idleListeners: (() => void)[] = [];

  const pump = (): void => {
    if (isWriting || queue.length === 0) return;
    isWriting = true;
    const { batch, rest } = takeBatch(queue);
    queue = rest;
    void writeBatch(sql, batch).finally(() => {
      isWriting = false;
      pump();
      if (isWriting) return;
      for (const listener of idleListeners) listener();
      idleListeners = [];
    });
  };

  return {
    commit: (row) =>
      new Promise((resolve, reject) => {
        queue.push({ row, resolve, reject });
        // After this round of the event loop: turns that arrived with this one share its commit.
        if (queue.length === 1) setImmediate(pump);
      }),
    idle: () =>
      !isWriting && queue.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idleListeners.push(resolve);
          }),
  };
}

function takeBatch(queue: readonly Waiting[]): { readonly batch: Waiting[]; readonly rest: Waiting[] } {
  const contacts = new Set<string>();
  const isNext = ({ row: { contact } }: Waiting, place: number): boolean => {
    if (place >= BATCH_MAX) return false;
    if (contact === null) return true;
    if (contacts.has(contact.id)) return false;
    contacts.add(contact.id);
    return true;
  };
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const [place, waiting] of queue.entries()) (isNext(waiting, place) ? batch : rest).push(waiting);
  return { batch, rest };
}

async function writeBatch(sql: Sql, batch: readonly Waiting[]): Promise<void> {
  try {
    const written = await writeRows(
      sql,
      batch.map((waiting) => waiting.row),
    );
    for (const { row, resolve } of batch) resolve(written.has(row.conversation) ? "written" : "stale");
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1 && only) {
      if (codeOf(error) === UNIQUE_VIOLATION) only.resolve("duplicate");
      else only.reject(error);
      return;
    }
    if (isConnectionLost(error)) for (const { reject } of batch) reject(error);
    else await Promise.all(batch.map((waiting) => writeBatch(sql, [waiting])));
  }
}

async function writeRows(sql: Sql, rows: readonly TurnRow[], triesLeft = 2): Promise<Set<string>> {
  try {
    const written = await sql.unsafe<{ id: string }[]>(toCommitStatement(rows), [toJsonText(rows)], {
      prepare: true,
    });
    return new Set(written.map((row) => row.id));
  } catch (error) {
    if (triesLeft > 0 && RETRYABLE.has(codeOf(error))) return writeRows(sql, rows, triesLeft - 1);
    throw error;
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
