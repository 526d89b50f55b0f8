import type { TransactionSql } from "postgres";
import type { Locale } from "#flows/kernel/text.ts";
import type { Actor } from "../../actor.ts";
import { createEntry } from "../../faq/create-entry.ts";
import { emptyContent } from "../../faq/entry-content.ts";
import { addTests } from "../tests/add-tests.ts";
import { type ClusterKey, lockOpenCluster } from "./cluster-row.ts";
import { closeClusters, recordDecision } from "./record-decision.ts";

type Accepting = ClusterKey & {
  readonly actor: Actor;
  readonly baseId: string;
  readonly locale: Locale;
  readonly question: string;
  readonly similar: readonly string[];
};

/** Makes a draft entry out of a cluster. No customer gets it before somebody wrote an answer, approved and released it. */
export async function acceptAsEntry(tx: TransactionSql, accepting: Accepting) {
  const { workspaceId, clusterId, actor, baseId, locale, question } = accepting;
  const cluster = await lockOpenCluster(tx, { workspaceId, clusterId });
  const similar = [...new Set(accepting.similar)].filter((text) => text !== question);
  const { entryId, rev } = await createEntry(tx, {
    ...{ workspaceId, baseId, actor },
    content: { ...emptyContent, question: { [locale]: question }, similar },
  });
  const entry = { baseId, entryId };
  const decisionId = await recordDecision(tx, {
    ...{ workspaceId, actor, kind: "new_entry", clusterIds: [clusterId], title: cluster.title, entry },
    facts: { rev },
  });
  await closeClusters(tx, { clusterIds: [clusterId], decisionId, entry });
  await addTests(tx, { workspaceId, ...entry, actor, decisionId, questions: [question, ...similar] });
  return { decisionId, entryId, baseId };
}
