import type { EditConflict } from "#components/builder/store/builder-store.ts";
import type { Op } from "#flows/editing/op.ts";
import type { Bundle } from "#flows/kernel/flow.ts";

type SavedChange = { readonly rev: number; readonly clientId: string; readonly ops: readonly Op[] };

export type SaveRequest = {
  readonly changeId: string;
  readonly clientId: string;
  readonly knownRev: number;
  readonly ops: readonly Op[];
};

export type SaveAnswer = {
  readonly rev: number;
  /** Null: more has changed than is worth telling; load the draft. */
  readonly changes: readonly SavedChange[] | null;
  readonly conflicts: readonly EditConflict[];
};

/** What the sync needs of the server; tests play it in memory. */
export type DraftApi = {
  save(request: SaveRequest): Promise<SaveAnswer>;
  listChanges(
    after: number,
  ): Promise<{ readonly rev: number; readonly changes: readonly SavedChange[] | null }>;
  load(): Promise<{ readonly bundle: Bundle; readonly rev: number }>;
};
