import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import type { Logger } from "../../log.ts";
import { findLikenessBar } from "./find-likeness-bar.ts";
import type { Matrix } from "./find-nearest.ts";
import { loadMatrix } from "./load-matrix.ts";

/** Some 60,000 passages of 1,024 numbers. */
const BYTES_MAX = 256 * 1024 * 1024;
const BYTES_BESIDE = 1_024;

/** What a base means, as one model sees it. */
export type BaseMeaning = {
  readonly modelKey: string;
  /** When it was level last: another moment means that there is more to read. */
  readonly settledAt: string;
  /** Null when nothing of the kind has a vector, or the database itself compares them. */
  readonly passages: Matrix | null;
  readonly phrasings: Matrix | null;
  /** From here on a phrasing means the same (`findLikenessBar`). */
  readonly phrasingBar: number | null;
};

export type MatrixStore = {
  /** Null for a base whose vectors are not complete for this model. While newer ones are read, those at hand answer. */
  get(baseId: string, modelKey: string): Promise<BaseMeaning | null>;
};

type StoreDeps = { readonly sql: Sql; readonly log: Logger; hasExtension(): Promise<boolean> };

export function createMatrixStore({ sql, log, hasExtension }: StoreDeps): MatrixStore {
  const known = new LRUCache<string, BaseMeaning>({
    maxSize: BYTES_MAX,
    sizeCalculation: ({ passages, phrasings }) =>
      Math.min(
        BYTES_MAX,
        BYTES_BESIDE + (passages?.values.byteLength ?? 0) + (phrasings?.values.byteLength ?? 0),
      ),
  });
  const loading = new Map<string, Promise<BaseMeaning>>();

  const load = (baseId: string, modelKey: string, settledAt: string): Promise<BaseMeaning> => {
    const running =
      loading.get(baseId) ??
      read(baseId, modelKey, settledAt)
        .then((meaning) => {
          known.set(baseId, meaning);
          return meaning;
        })
        .finally(() => loading.delete(baseId));
    loading.set(baseId, running);
    return running;
  };

  const read = async (baseId: string, modelKey: string, settledAt: string): Promise<BaseMeaning> => {
    const phrasings = await loadMatrix(sql, { baseId, modelKey, kind: "phrasing" });
    return {
      ...{ modelKey, settledAt, phrasings },
      passages: (await hasExtension()) ? null : await loadMatrix(sql, { baseId, modelKey, kind: "passage" }),
      phrasingBar: phrasings === null ? null : await findLikenessBar(phrasings),
    };
  };

  return {
    get: async (baseId, modelKey) => {
      const [row] = await sql<{ settledAt: string }[]>`
        select updated_at::text as "settledAt" from base_embedding where base_id = ${baseId} and model_key = ${modelKey}`;
      if (!row) return null;
      const there = known.get(baseId);
      if (there?.modelKey !== modelKey) return load(baseId, modelKey, row.settledAt);
      if (there.settledAt !== row.settledAt)
        load(baseId, modelKey, row.settledAt).catch((error: unknown) =>
          log.warn({ err: error, baseId }, "newer vectors of a base were not read"),
        );
      return there;
    },
  };
}
