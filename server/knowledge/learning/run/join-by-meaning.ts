import type { SecretBox } from "../../../auth/secret-box.ts";
import type { Sql } from "../../../db/connect.ts";
import type { Logger } from "../../../log.ts";
import { type Askable, askForVectors } from "../../embedding/ask-for-vectors.ts";
import { findLikenessBar } from "../../embedding/find-likeness-bar.ts";
import { loadMatrix } from "../../embedding/load-matrix.ts";
import type { KnownProvider } from "../../embedding/provider.ts";
import { readProvider } from "../../embedding/read-provider.ts";
import type { Title } from "../cluster/join-alike.ts";
import type { LearningThread } from "../open-learning-thread.ts";

const REQUEST_MS = 20_000;
/** A provider that takes longer for some hundred texts is of no help tonight. */
const ALL_MS = 120_000;
/** Parsing more numbers at once would hold up every other request of this process. */
const NUMBERS_AT_ONCE = 65_536;
/** Bases by whose phrasings it is told from where on two questions mean the same: those that have the most. */
const BASES_MAX = 3;

type Deps = Askable & { readonly sql: Sql; readonly log: Logger; readonly secretBox: SecretBox };

type Grouping = {
  readonly workspaceId: string;
  /** Of `Grouped`s, as JSON text. */
  readonly groups: string;
  readonly thread: LearningThread;
  readonly stop: AbortSignal;
  /** Holds the run; throws when it is to end. */
  beat(): Promise<void>;
};

/**
 * Joins groups of questions that mean the same and share hardly a word, where the workspace has a provider of vectors. Without one,
 * when it fails, and while too few phrasings are known to tell what means the same, the groups stay as words have made them.
 */
export async function joinByMeaning(deps: Deps, grouping: Grouping): Promise<string> {
  const { groups, thread, workspaceId, stop } = grouping;
  try {
    const provider = await readProvider(deps.sql, deps.secretBox, workspaceId);
    if (provider === null) return groups;
    // as: our own thread answers so; some hundred short texts.
    const titles = JSON.parse(await thread.ask("pick-titles", groups)) as readonly Title[];
    if (titles.length === 0) return groups;
    const bar = await findBar(deps.sql, { workspaceId, modelKey: provider.modelKey });
    if (bar === null) return groups;
    const vectors = await askForAll(deps, { provider, titles, grouping });
    const places = JSON.stringify(titles.map(({ at }) => at));
    return await thread.ask(
      "join-alike",
      `{"groups":${groups},"places":${places},"bar":${bar},"vectors":"${vectors.toString("base64")}"}`,
    );
  } catch (error) {
    // Whether the run is to end, or is somebody else's now, is seen to by whoever performs it.
    stop.throwIfAborted();
    await grouping.beat();
    deps.log.warn({ err: error, workspaceId }, "questions were grouped by their words alone");
    return groups;
  }
}

type Asked = {
  readonly provider: KnownProvider;
  readonly titles: readonly Title[];
  readonly grouping: Grouping;
};

async function askForAll(deps: Deps, { provider, titles, grouping }: Asked): Promise<Buffer> {
  const { beat, stop } = grouping;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(ALL_MS)]);
  const size = Math.max(1, Math.min(provider.batchSize, Math.floor(NUMBERS_AT_ONCE / provider.dimensions)));
  const parts: Buffer[] = [];
  for (let from = 0; from < titles.length; from += size) {
    await beat();
    const texts = titles.slice(from, from + size).map(({ text }) => text);
    // As phrasings are asked for, by which the bar was found.
    const asked = { texts, use: "query", timeoutMs: REQUEST_MS, isUrgent: false, signal } as const;
    for (const vector of await askForVectors(deps, provider, asked))
      parts.push(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  }
  return Buffer.concat(parts);
}

/** Null while no base has enough phrasings with vectors of this model. */
async function findBar(
  sql: Sql,
  { workspaceId, modelKey }: { readonly workspaceId: string; readonly modelKey: string },
): Promise<number | null> {
  const bases = await sql<{ baseId: string }[]>`
    select v.base_id as "baseId" from base_vector v join knowledge_base b on b.id = v.base_id and b.deleted_at is null
    where v.workspace_id = ${workspaceId} and v.model_key = ${modelKey} and b.live_release_id is not null
    group by 1 order by count(*) desc, 1 limit ${BASES_MAX}`;
  for (const { baseId } of bases) {
    const phrasings = await loadMatrix(sql, { baseId, modelKey, kind: "phrasing" });
    const bar = phrasings === null ? null : await findLikenessBar(phrasings);
    if (bar !== null) return bar;
  }
  return null;
}
