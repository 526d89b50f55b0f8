import type { Sql } from "postgres";
import type { SecretBox } from "../../auth/secret-box.ts";
import type { Logger } from "../../log.ts";
import { type Askable, askForVectors } from "./ask-for-vectors.ts";
import { embeddedTexts } from "./embedded-texts.ts";
import { keepEmbeddingLease, LEASE_SECONDS } from "./embedding-lease.ts";
import { isDue } from "./find-due-bases.ts";
import type { KnownProvider } from "./provider.ts";
import { ProviderFailure } from "./provider-failure.ts";
import { readProvider } from "./read-provider.ts";
import { storeVectors } from "./store-vectors.ts";

/**
 * Brings the vectors of one base level with its texts; the row of `base_embedding` is the truth, jobs only wake.
 *
 * V1. A text that has its vector is never asked for again, also after a crash, a cancel or a new reading that says the same.
 * V2. Vectors of another model stay until those of the new one are complete; nobody compares the two.
 * V3. Whatever the provider does, search by words goes on: nothing here is waited for by a customer.
 * V4. A failure that passes is tried again, later each time; any other waits for a person with its reason.
 */

const REQUEST_MS = 60_000;
/** Numbers of one answer: parsing more at once would hold up every other request of this process. */
const NUMBERS_AT_ONCE = 65_536;
const TEXTS_A_LOOK = 500;
const BACKOFF_MS = 5_000;
const BACKOFF_MS_MAX = 15 * 60_000;

export type EmbeddingDeps = Askable & {
  readonly sql: Sql;
  readonly log: Logger;
  readonly secretBox: SecretBox;
  /** Aborts when the process drains: the base is given back. */
  readonly stop: AbortSignal;
  /** Tells open pages that the base's vectors have gone on. */
  tell?(baseId: string): void;
};

type Claimed = {
  readonly baseId: string;
  readonly workspaceId: string;
  readonly modelKey: string;
  readonly passagesRev: number;
  readonly releaseId: string | null;
  readonly attempts: number;
};

/** Works to the end unless somebody else does, or the base is level. Never rejects for what a provider does. */
export async function performEmbedding(deps: EmbeddingDeps, baseId: string): Promise<void> {
  const base = await claim(deps.sql, baseId);
  if (base === null) return;
  const lost = new AbortController();
  const lease = keepEmbeddingLease(deps, baseId, () => lost.abort());
  const signal = AbortSignal.any([lost.signal, deps.stop]);
  try {
    const provider = await readProvider(deps.sql, deps.secretBox, base.workspaceId);
    // Another one was set meanwhile, or none: whoever looks next sees what is due.
    const isSame = provider?.modelKey === base.modelKey;
    if (isSame) await embedAll(deps, { base, provider, signal });
    await lease.stop();
    await (isSame ? settle(deps.sql, base) : giveBack(deps.sql, baseId));
  } catch (error) {
    await lease.stop();
    if (lost.signal.aborted) return;
    if (deps.stop.aborted) return await giveBack(deps.sql, baseId);
    if (error instanceof ProviderFailure) return await fail(deps.sql, base, error);
    // Left with its lease: it is tried again once that has ended.
    deps.log.warn({ err: error, baseId }, "vectors of a base were not made this time");
  } finally {
    deps.tell?.(baseId);
  }
}

async function claim(sql: Sql, baseId: string): Promise<Claimed | null> {
  const [row] = await sql<Claimed[]>`
    insert into base_embedding as known (base_id, workspace_id, state, lease_until)
    select b.id, b.workspace_id, 'running', now() + ${LEASE_SECONDS} * interval '1 s'
    from knowledge_base b join embedding_provider p on p.workspace_id = b.workspace_id
    left join base_embedding e on e.base_id = b.id where b.id = ${baseId} and ${isDue(sql)}
    on conflict (base_id) do update set state = 'running', next_at = null, lease_until = excluded.lease_until
    where known.lease_until is null or known.lease_until < now()
    returning base_id as "baseId", workspace_id as "workspaceId", attempts,
      (select model_key from embedding_provider p where p.workspace_id = known.workspace_id) as "modelKey",
      (select passages_rev from knowledge_base b where b.id = known.base_id) as "passagesRev",
      (select live_release_id from knowledge_base b where b.id = known.base_id) as "releaseId"`;
  return row ?? null;
}

type Run = { readonly base: Claimed; readonly provider: KnownProvider; readonly signal: AbortSignal };

async function embedAll(deps: EmbeddingDeps, { base, provider, signal }: Run): Promise<void> {
  const { sql } = deps;
  const { baseId, modelKey } = base;
  await sql`
    update base_embedding set (total, done) = (
      select count(*), count(v.hash) from (select distinct hash from (${embeddedTexts(sql, baseId)}) said) said
      left join base_vector v on v.base_id = ${baseId} and v.model_key = ${modelKey} and v.hash = said.hash)
    where base_id = ${baseId}`;
  const size = Math.max(1, Math.min(provider.batchSize, Math.floor(NUMBERS_AT_ONCE / provider.dimensions)));
  for await (const rows of missingTexts(sql, base)) {
    for (let from = 0; from < rows.length; from += size) {
      signal.throwIfAborted();
      const batch = rows.slice(from, from + size);
      const vectors = await askForBatch(deps, { provider, signal }, batch);
      await storeVectors(sql, { ...base, hashes: batch.map(({ hash }) => hash), vectors });
      deps.tell?.(baseId);
    }
  }
}

/** Services are not told what a text is for, and are asked once for all. */
async function askForBatch(
  deps: Askable,
  { provider, signal }: Pick<Run, "provider" | "signal">,
  batch: readonly Text[],
): Promise<readonly Float32Array[]> {
  const groups = provider.baseUrl === null ? splitByUse(batch) : [{ use: "passage", batch } as const];
  const vectors = new Map<Text, Float32Array>();
  for (const { use, batch: group } of groups) {
    const texts = group.map(({ text }) => text);
    const asked = { texts, use, timeoutMs: REQUEST_MS, isUrgent: false, signal };
    const found = await askForVectors(deps, provider, asked);
    for (const [at, vector] of found.entries()) if (group[at]) vectors.set(group[at], vector);
  }
  return batch.flatMap((text) => vectors.get(text) ?? []);
}

/** A phrasing is what a customer would ask, and is compared with what one asks: models that are told the difference are told so. */
function splitByUse(batch: readonly Text[]) {
  const [queries, passages] = [true, false].map((isPhrasing) =>
    batch.filter(({ kind }) => (kind === "phrasing") === isPhrasing),
  );
  const groups = [
    { use: "query" as const, batch: queries ?? [] },
    { use: "passage" as const, batch: passages ?? [] },
  ];
  return groups.filter((group) => group.batch.length > 0);
}

type Text = { readonly kind: "passage" | "phrasing"; readonly hash: string; readonly text: string };

/** What has no vector yet, in groups: each look reads all texts of the base once. */
async function* missingTexts(sql: Sql, { baseId, modelKey }: Claimed): AsyncGenerator<readonly Text[]> {
  for (let after = ""; ; ) {
    const rows = await sql<Text[]>`
      select distinct on (hash) hash, kind, text from (${embeddedTexts(sql, baseId)}) said
      where hash > ${after} and not exists (
        select from base_vector v where v.base_id = ${baseId} and v.model_key = ${modelKey} and v.hash = said.hash)
      order by hash, kind limit ${TEXTS_A_LOOK}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.hash;
    yield rows;
  }
}

/** Level with what was claimed; what has changed since makes the base due again. Vectors that nothing says any more go. */
async function settle(sql: Sql, { baseId, modelKey, passagesRev, releaseId }: Claimed): Promise<void> {
  await sql.begin(async (tx) => {
    const [row] = await tx`
      update base_embedding set state = 'ready', model_key = ${modelKey}, passages_rev = ${passagesRev}, release_id = ${releaseId},
        done = total, attempts = 0, error_code = null, error_facts = null, lease_until = null, next_at = null, updated_at = clock_timestamp()
      where base_id = ${baseId} and state = 'running' returning 1`;
    if (!row) return;
    await tx`
      delete from base_vector v where v.base_id = ${baseId}
        and (v.model_key <> ${modelKey} or not exists (select from (${embeddedTexts(sql, baseId)}) said where said.hash = v.hash))`;
  });
}

async function fail(sql: Sql, { baseId, attempts }: Claimed, failure: ProviderFailure): Promise<void> {
  const { code, facts, isPassing, retryAfterMs } = failure;
  const pauseMs = retryAfterMs ?? Math.min(BACKOFF_MS * 2 ** attempts, BACKOFF_MS_MAX);
  await sql`
    update base_embedding set state = ${isPassing ? "queued" : "failed"}, error_code = ${code}, error_facts = ${sql.json(facts)},
      attempts = attempts + 1, lease_until = null, next_at = ${isPassing ? sql`now() + ${pauseMs} * interval '1 ms'` : null}
    where base_id = ${baseId} and state = 'running'`;
}

async function giveBack(sql: Sql, baseId: string): Promise<void> {
  await sql`update base_embedding set state = 'queued', lease_until = null where base_id = ${baseId} and state = 'running'`;
}
