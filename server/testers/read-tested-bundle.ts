import { LRUCache } from "lru-cache";
import type { TransactionSql } from "postgres";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { AppError } from "../app-error.ts";
import { readDraft } from "../preview/draft-reader.ts";
import type { TesterLink } from "./open-link.ts";

const versions = new LRUCache<string, Bundle>({ max: 8 });

/** What a link leads to: the draft as it is saved now, or the version that it names. */
export async function readTestedBundle(tx: TransactionSql, link: TesterLink): Promise<Bundle> {
  if (link.versionId === null) return (await readDraft(tx, link)).bundle;
  const known = versions.get(link.versionId);
  if (known) return known;
  const [row] = await tx<{ bundle: Bundle }[]>`
    select bundle from flow_version where id = ${link.versionId} and bot_id = ${link.botId}`;
  if (!row) throw new AppError("not_found");
  versions.set(link.versionId, row.bundle);
  return row.bundle;
}
