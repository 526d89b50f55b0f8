import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import { askBaseUntil, type InWorkspace } from "../../faq/ask-base.ts";
import type { EntryContent } from "../../faq/entry-content.ts";
import { type EntryRow, getEntry } from "../../faq/entry-row.ts";
import { updateEntry } from "../../faq/update-entry.ts";
import { addTests } from "../tests/add-tests.ts";
import { type ClusterKey, lockOpenCluster } from "./cluster-row.ts";
import { closeClusters, recordDecision } from "./record-decision.ts";
import { splitCluster } from "./split-cluster.ts";

const SIMILAR_MAX = 500;
/** A base of thousands of entries is learned in this time. */
const LEARNING_MS_MAX = 30_000;

type Accepting = ClusterKey & {
  readonly actor: Actor;
  readonly entryId: string;
  readonly texts: readonly string[];
};

/** A phrasing that was left out, since another entry is nearer to it: added here, customers would get one or the other by chance. */
export type SkippedPhrasing = {
  readonly text: string;
  readonly entryId: string;
  readonly question: EntryContent["question"];
};

/**
 * Adds a cluster's questions to an entry as ways to ask for it. The entry is a draft again until somebody approves it; customers
 * keep its released text meanwhile. Refused when every phrasing is nearer to another entry.
 */
export async function acceptAsSimilar(inWorkspace: InWorkspace, accepting: Accepting) {
  const { workspaceId, entryId } = accepting;
  const { baseId } = await inWorkspace((tx) => getUsableEntry(tx, { workspaceId, entryId }));
  const texts = [...new Set(accepting.texts)];
  const answer = await askBaseUntil(inWorkspace, {
    ...{ key: { workspaceId, baseId }, question: { type: "near", texts, except: null } },
    waitMs: LEARNING_MS_MAX,
  });
  if (answer?.type !== "near") throw new AppError("busy");
  const elsewhere = new Map(
    answer.near.flatMap(({ text, near }) => {
      const [nearest] = near;
      return nearest === undefined || nearest.entryId === entryId ? [] : [[text, nearest.entryId] as const];
    }),
  );
  const fitting = texts.filter((text) => !elsewhere.has(text));
  if (fitting.length === 0) throw new AppError("conflict", { reason: "phrasings_elsewhere" });
  return inWorkspace(async (tx) => {
    await leaveOpen(tx, accepting, [...elsewhere.keys()]);
    const added = await add(tx, accepting, fitting);
    return { ...added, skipped: await nameSkipped(tx, elsewhere) };
  });
}

/** What was left out has no answer yet: it stands by itself from here on, instead of going off the list with the others. */
async function leaveOpen(
  tx: TransactionSql,
  { workspaceId, clusterId, actor }: Accepting,
  texts: readonly string[],
): Promise<void> {
  const rows = await tx<{ key: string }[]>`
    select distinct q.key from learning_question q join learning_cluster part on part.id = q.cluster_id
    where q.workspace_id = ${workspaceId} and coalesce(part.merged_into, part.id) = ${clusterId} and q.text = any(${[...texts]})`;
  const keys = rows.map(({ key }) => key);
  if (keys.length > 0) await splitCluster(tx, { workspaceId, clusterId, actor, keys });
}

async function add(tx: TransactionSql, accepting: Accepting, texts: readonly string[]) {
  const { workspaceId, clusterId, actor, entryId } = accepting;
  const cluster = await lockOpenCluster(tx, { workspaceId, clusterId });
  const before = await getUsableEntry(tx, { workspaceId, entryId });
  const { baseId, content } = before;
  const known = new Set([...Object.values(content.question), ...content.similar]);
  const added = texts.filter((text) => !known.has(text));
  const similar = [...content.similar, ...added];
  if (similar.length > SIMILAR_MAX)
    throw new AppError("conflict", { reason: "too_many_phrasings", max: SIMILAR_MAX });
  const saved = await updateEntry(tx, {
    ...{ workspaceId, entryId, actor, rev: before.rev },
    changes: { similar },
  });
  const entry = { baseId, entryId };
  const decisionId = await recordDecision(tx, {
    ...{ workspaceId, actor, kind: "add_similar", clusterIds: [clusterId], title: cluster.title, entry },
    facts: { rev: saved.rev, revBefore: before.rev, stateBefore: before.state, added },
  });
  await closeClusters(tx, { clusterIds: [clusterId], decisionId, entry });
  await addTests(tx, { workspaceId, ...entry, actor, decisionId, questions: texts });
  return { decisionId, entryId, baseId, added };
}

/** Locked. What is deleted or retired answers nobody. */
async function getUsableEntry(
  tx: TransactionSql,
  key: { readonly workspaceId: string; readonly entryId: string },
): Promise<EntryRow> {
  const entry = await getEntry(tx, key, "lock");
  if (entry.deletedAt !== null) throw new AppError("not_found");
  if (entry.state === "retired") throw new AppError("conflict", { reason: "entry_retired" });
  return entry;
}

async function nameSkipped(
  tx: TransactionSql,
  elsewhere: ReadonlyMap<string, string>,
): Promise<readonly SkippedPhrasing[]> {
  const rows = await tx<{ id: string; question: EntryContent["question"] }[]>`
    select id, question from faq_entry where id = any(${[...elsewhere.values()]}::uuid[])`;
  const known = new Map(rows.map(({ id, question }) => [id, question]));
  return [...elsewhere].map(([text, entryId]) => ({ text, entryId, question: known.get(entryId) ?? {} }));
}
