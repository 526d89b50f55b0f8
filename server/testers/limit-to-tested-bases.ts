import type { TransactionSql } from "postgres";
import type { InlineRequest } from "../../flows/kernel/protocol.ts";
import { AppError } from "../app-error.ts";
import type { TesterLink } from "./open-link.ts";
import { readTestedBundle } from "./read-tested-bundle.ts";

/**
 * The request without the bases that the tested flow does not ask itself. A tester's browser runs the flow and names them, and whoever
 * holds a link may name any: what else the workspace knows stays closed to them.
 */
export async function limitToTestedBases(
  tx: TransactionSql,
  link: TesterLink,
  request: InlineRequest,
): Promise<InlineRequest> {
  if (request.name === "match-intent") return request;
  const tested = new Set(await readBaseIds(tx, link));
  const bases = (request.input.bases ?? []).filter((baseId) => tested.has(baseId.toLowerCase()));
  switch (request.name) {
    case "match-faq":
      return { ...request, input: { ...request.input, bases } };
    case "search-passages":
      return { ...request, input: { ...request.input, bases } };
    case "query-graph":
      return { ...request, input: { ...request.input, bases } };
  }
}

async function readBaseIds(tx: TransactionSql, link: TesterLink): Promise<readonly string[]> {
  const { botId, versionId } = link;
  // A bot that was never opened gets its draft here.
  await readTestedBundle(tx, link);
  const [row] = await (versionId === null
    ? tx<{ baseIds: string[] }[]>`select base_ids as "baseIds" from flow_draft where bot_id = ${botId}`
    : tx<{ baseIds: string[] }[]>`
        select base_ids as "baseIds" from flow_version where id = ${versionId} and bot_id = ${botId}`);
  if (!row) throw new AppError("not_found");
  return row.baseIds;
}
