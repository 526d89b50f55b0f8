import type { TransactionSql } from "postgres";
import type { BaseKey } from "../bases/get-base.ts";
import { readGlossaryRules } from "../quality/glossary/glossary.ts";
import { areContrary } from "./are-contrary.ts";
import { askBase, type InWorkspace } from "./ask-base.ts";
import { type EntryContent, listPhrasings } from "./entry-content.ts";
import { type Lint, lintEntry } from "./lint-entry.ts";

/** Phrasings that are compared at one call, the newest of a longer list. */
const PHRASINGS_MAX = 60;

export type Duplicate = {
  /** A phrasing of the entry that was asked about. */
  readonly text: string;
  readonly entryId: string;
  readonly question: EntryContent["question"];
  /** Its phrasing that is near. */
  readonly near: string;
  readonly nearness: number;
  /** The two answer differently: whoever asks gets one or the other by chance. */
  readonly isConflict: boolean;
};

export type EntryCheck = {
  readonly lints: readonly Lint[];
  /** Null while the base is being learned; ask again. */
  readonly duplicates: readonly Duplicate[] | null;
};

type Checking = BaseKey & {
  /** Null for one that is not saved yet. */
  readonly entryId: string | null;
  readonly content: EntryContent;
  readonly now: number;
};

/** What is wrong with an entry as it stands in the editor, saved or not. */
export async function checkEntry(
  inWorkspace: InWorkspace,
  { workspaceId, baseId, entryId, content, now }: Checking,
): Promise<EntryCheck> {
  const [question = "", ...others] = listPhrasings(content);
  const texts = [question, ...others.slice(-PHRASINGS_MAX)];
  const answer = await askBase(
    inWorkspace,
    { workspaceId, baseId },
    { type: "near", texts, except: entryId },
  );
  const glossary = await inWorkspace((tx) => readGlossaryRules(tx, workspaceId));
  const lints = lintEntry(content, now, glossary);
  if (answer?.type !== "near") return { lints, duplicates: null };
  const found = answer.near.flatMap(({ text, near }) =>
    near.map((one) => ({ ...one, text, near: one.text })),
  );
  const ids = [...new Set(found.map((one) => one.entryId))];
  const known = await inWorkspace((tx) => readOthers(tx, baseId, ids));
  const duplicates = found.flatMap(({ entryId: id, text, near, nearness }): readonly Duplicate[] => {
    const other = known.get(id);
    if (other === undefined) return [];
    const isConflict = areContrary(content.answers, other.answers);
    return [{ text, entryId: id, question: other.question, near, nearness, isConflict }];
  });
  return { lints, duplicates: duplicates.sort((a, b) => b.nearness - a.nearness) };
}

type Other = Pick<EntryContent, "question" | "answers">;

async function readOthers(
  tx: TransactionSql,
  baseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Other>> {
  const rows = await tx<(Other & { id: string })[]>`
    select id, question, answers from faq_entry where base_id = ${baseId} and id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
