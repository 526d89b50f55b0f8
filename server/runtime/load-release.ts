import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import type { ReleaseContent, ReleaseEntry } from "../knowledge/faq/release/release-content.ts";
import type { FaqModel } from "../understanding/compile-faq.ts";
import { createFaqMatcher, type FaqMatch } from "../understanding/match-faq.ts";
import { bringReleaseUpToDate } from "./learn-anew.ts";

/** One release of a knowledge base, ready to answer. Immutable: what it says changes only by the clock. */
export type LoadedRelease = {
  readonly number: number;
  /** `at` is epoch milliseconds: what is not valid at that moment is as if it were not there. */
  match(text: string, at: number): FaqMatch;
  /** Whether an entry is valid at a moment; true for what has no dates. */
  isServed(entryId: string, at: number): boolean;
  findEntry(entryId: string): ReleaseEntry | null;
};

/** Some 10 MB each for 2,000 questions; the least used is read again when it is asked. */
const RELEASES_MAX = 50;

/** One a process: a release never changes, so whoever reads it first reads it for customers, previews and tests alike. */
const ready = new LRUCache<string, LoadedRelease>({ max: RELEASES_MAX });

export function findRelease(releaseId: string): LoadedRelease | null {
  return ready.get(releaseId) ?? null;
}

/** Throws when the release does not exist. */
export async function readRelease(sql: Sql, releaseId: string): Promise<LoadedRelease> {
  const known = ready.get(releaseId);
  if (known !== undefined) return known;
  const [row] = await sql<
    ReleaseSource[]
  >`select number, content, model from faq_release where id = ${releaseId}`;
  if (!row) throw new Error(`release ${releaseId} does not exist`);
  const model = await bringReleaseUpToDate(sql, { releaseId, ...row });
  const release = toLoadedRelease({ ...row, model });
  ready.set(releaseId, release);
  return release;
}

export type ReleaseSource = {
  readonly number: number;
  readonly content: ReleaseContent;
  readonly model: FaqModel;
};

export function toLoadedRelease({ number, content, model }: ReleaseSource): LoadedRelease {
  const entries = new Map(content.entries.map((entry) => [entry.id, entry]));
  const matcher = createFaqMatcher(model);
  const dated = new Map(
    content.entries.flatMap(({ id, validFrom, validTo, dataClass }) => {
      // Core data is never said to customers, as with documents and facts.
      if (dataClass === "core") return [[id, NEVER] as const];
      return validFrom === null && validTo === null ? [] : [[id, toSpan(validFrom, validTo)] as const];
    }),
  );
  const isServedAt = (at: number) => (entryId: string) => {
    const span = dated.get(entryId);
    return span === undefined || (at >= span.from && at < span.to);
  };
  return {
    number,
    match: (text, at) => (dated.size === 0 ? matcher.match(text) : matcher.match(text, isServedAt(at))),
    isServed: (entryId, at) => isServedAt(at)(entryId),
    findEntry: (entryId) => entries.get(entryId) ?? null,
  };
}

const NEVER = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

function toSpan(validFrom: string | null, validTo: string | null) {
  return {
    from: validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(validFrom),
    to: validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo),
  };
}
