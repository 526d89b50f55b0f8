import type { Sql } from "postgres";
import type { SecretBox } from "../../auth/secret-box.ts";
import type { Logger } from "../../log.ts";
import type { Askable } from "./ask-for-vectors.ts";
import { findNearest, type Near } from "./find-nearest.ts";
import { findNearestInDatabase, hasVectorExtension } from "./find-nearest-in-database.ts";
import { createKnownProviders } from "./known-providers.ts";
import { createMatrixStore } from "./matrix-store.ts";
import { createQueryVectors } from "./query-vectors.ts";

/**
 * What the meaning of a text adds to the words of it.
 *
 * M1. A workspace without a provider waits for nothing: it learns so from memory.
 * M2. Nobody waits for longer than `WAIT_MS`, and a provider that failed is left alone for a while. Then words alone answer.
 * M3. A turn asks while it runs, and is run again once what it asked for is known: the interpreter itself never waits.
 */

const WAIT_MS = 1_600;

export type Meanings = {
  /** For one turn, or one search; null where words alone decide. */
  begin(workspaceId: string): AskedMeanings | null;
  /** Makes what is set known, for who cannot do with what was known a moment ago. */
  refresh(): Promise<void>;
};

export type AskedMeanings = {
  /** The passages of a base that mean what is asked, nearest first. Null while, or when, that is not known. */
  findPassages(baseId: string, text: string): readonly Near[] | null;
  /** The entries of a base's release that are asked for by what means the same, nearest first. */
  findEntries(baseId: string, text: string): NearEntries | null;
  /** Something was asked for that was not known. */
  isOpen(): boolean;
  /** Makes it known, as far as that is possible in time. Never rejects. */
  resolve(): Promise<void>;
};

export type NearEntries = {
  readonly entries: readonly Near[];
  /** From here on two texts mean the same; null when that cannot be told. */
  readonly bar: number | null;
};

type Deps = Askable & {
  readonly sql: Sql;
  readonly log: Logger;
  readonly secretBox: SecretBox;
  now?(): number;
};

type Found = { readonly passages: readonly Near[]; readonly entries: NearEntries | null };

export function createMeanings({ now = () => performance.now(), ...deps }: Deps): Meanings {
  const { sql, log } = deps;
  const providers = createKnownProviders({ ...deps, now });
  const queries = createQueryVectors({ ...deps, now });
  let extension: Promise<boolean> | null = null;
  const hasExtension = (): Promise<boolean> => {
    extension ??= hasVectorExtension(sql).catch((error: unknown) => {
      extension = null;
      throw error;
    });
    return extension;
  };
  const matrices = createMatrixStore({ sql, log, hasExtension });

  const find = async (asking: Asking, { baseId, text }: Asked): Promise<Found | null> => {
    const { modelKey } = asking.provider;
    // First what is there: a base without vectors must cost no customer a wait, and no workspace a request.
    const meaning = await matrices.get(baseId, modelKey);
    if (meaning === null) return null;
    const vector = await queries.get(asking, text);
    if (vector === null) return null;
    const { passages, phrasings, phrasingBar } = meaning;
    return {
      passages: (await hasExtension())
        ? await findNearestInDatabase(sql, { baseId, modelKey, vector })
        : passages === null
          ? []
          : await findNearest(passages, vector),
      entries:
        phrasings === null ? null : { entries: await findNearest(phrasings, vector), bar: phrasingBar },
    };
  };

  return {
    refresh: providers.refresh,
    begin: (workspaceId) => {
      const provider = providers.find(workspaceId);
      if (provider === null) return null;
      const asking = { workspaceId, provider };
      return createAsked((asked) =>
        find(asking, asked).catch((error: unknown) => {
          log.warn({ err: error, baseId: asked.baseId }, "what a base means was not found out");
          return null;
        }),
      );
    },
  };
}

type Asking = Parameters<ReturnType<typeof createQueryVectors>["get"]>[0];
type Asked = { readonly baseId: string; readonly text: string };

function createAsked(find: (asked: Asked) => Promise<Found | null>): AskedMeanings {
  const found = new Map<string, Found | null>();
  const open = new Map<string, Asked>();
  const look = (baseId: string, text: string): Found | null => {
    const key = `${baseId}/${text}`;
    if (!found.has(key)) open.set(key, { baseId, text });
    return found.get(key) ?? null;
  };
  return {
    findPassages: (baseId, text) => look(baseId, text)?.passages ?? null,
    findEntries: (baseId, text) => look(baseId, text)?.entries ?? null,
    isOpen: () => open.size > 0,
    resolve: async () => {
      const asked = [...open];
      open.clear();
      // What does not come in time stays null, and is not asked for again by this turn.
      for (const [key] of asked) found.set(key, null);
      const work = asked.map(async ([key, question]) => found.set(key, await find(question)));
      await Promise.race([Promise.all(work), waitFor(WAIT_MS)]);
    },
  };
}

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
