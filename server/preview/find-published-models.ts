import { LRUCache } from "lru-cache";
import type { TransactionSql } from "postgres";
import type { Bundle, Flow } from "../../flows/kernel/flow.ts";
import { MAIN_FLOW_ID } from "../../flows/kernel/registry.ts";
import { fingerprint } from "../../flows/preview/fingerprint.ts";
import {
  findLearnedPart,
  type LearnedPart,
  MODEL_NODE_ID,
  toModelSource,
} from "../../flows/preview/learned-part.ts";
import { toFaqModelId, toIntentModelId, type VersionModels } from "../runtime/compile-models.ts";
import { isOfThisFormat } from "../runtime/learn-anew.ts";

type Published = { readonly bundle: Bundle; readonly models: VersionModels };

/** A version with its models is megabytes; a few are enough for those who edit right now. */
const VERSIONS_MAX = 4;
const versions = new LRUCache<string, Published>({ max: VERSIONS_MAX });

type Wanted = { readonly workspaceId: string; readonly botId: string; readonly part: LearnedPart };

/** What the live version has learned already of just this part: a draft that was not changed there is ready at once. */
export async function findPublishedModels(
  tx: TransactionSql,
  { workspaceId, botId, part }: Wanted,
): Promise<VersionModels | null> {
  const [live] = await tx<{ versionId: string | null }[]>`
    select live_version_id as "versionId" from bot where id = ${botId} and workspace_id = ${workspaceId}`;
  if (!live?.versionId) return null;
  const published = versions.get(live.versionId) ?? (await load(tx, live.versionId));
  if (published === null) return null;
  versions.set(live.versionId, published);
  return part.type === "faq" ? findFaqModel(published, part) : findIntentModel(published, part);
}

async function load(tx: TransactionSql, versionId: string): Promise<Published | null> {
  const [row] = await tx<Published[]>`select bundle, models from flow_version where id = ${versionId}`;
  return row ?? null;
}

const toPrint = (part: LearnedPart) => fingerprint(toModelSource(part));

function findFaqModel(
  { bundle, models }: Published,
  part: LearnedPart & { type: "faq" },
): VersionModels | null {
  const faqSets = Object.keys(part.sets);
  const id = toFaqModelId(faqSets);
  const model = models.faqs?.[id];
  const own = findLearnedPart(bundle, { mode: "inline", name: "match-faq", input: { faqSets, text: "" } });
  if (model === undefined || !isOfThisFormat(model) || own === null || toPrint(own) !== toPrint(part))
    return null;
  return { intents: {}, faqs: { [id]: model } };
}

function findIntentModel({ bundle, models }: Published, part: LearnedPart): VersionModels | null {
  const print = toPrint(part);
  const flows: readonly (readonly [string, Flow])[] = [
    [MAIN_FLOW_ID, bundle.flow],
    ...Object.entries(bundle.subflows),
  ];
  for (const [flowId, flow] of flows) {
    for (const { id: nodeId } of flow.nodes) {
      const model = models.intents?.[toIntentModelId(flowId, nodeId)];
      if (model === undefined || !isOfThisFormat(model)) continue;
      const input = { flowId, nodeId, text: "" };
      const own = findLearnedPart(bundle, { mode: "inline", name: "match-intent", input });
      if (own === null || toPrint(own) !== print) continue;
      return { intents: { [toIntentModelId(MAIN_FLOW_ID, MODEL_NODE_ID)]: model }, faqs: {} };
    }
  }
  return null;
}
