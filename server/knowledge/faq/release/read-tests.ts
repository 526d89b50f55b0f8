import type { TransactionSql } from "postgres";
import type { BaseKey } from "../../bases/get-base.ts";
import type { EntryContent } from "../entry-content.ts";
import type { ReleaseTest, TestFailure, TestsResult } from "./compile-release.ts";

/** Each is a match of some tenths of a millisecond; the newest are asked when there are more. */
const TESTS_MAX = 5_000;

type Question = EntryContent["question"];

/** A failed test as a person reads it. */
export type NamedFailure = TestFailure & { readonly expected: Question; readonly got: Question | null };

export type NamedTests = Omit<TestsResult, "failures"> & { readonly failures: readonly NamedFailure[] };

export async function readTests(
  tx: TransactionSql,
  { workspaceId, baseId }: BaseKey,
): Promise<readonly ReleaseTest[]> {
  return tx<ReleaseTest[]>`
    select question, entry_id as "entryId" from faq_test
    where base_id = ${baseId} and workspace_id = ${workspaceId} order by id desc limit ${TESTS_MAX}`;
}

export async function nameFailures(tx: TransactionSql, tests: TestsResult): Promise<NamedTests> {
  const ids = tests.failures.flatMap(({ entryId, gotId }) => [entryId, ...(gotId === null ? [] : [gotId])]);
  const rows = await tx<{ id: string; question: Question }[]>`
    select id, question from faq_entry where id = any(${ids}::uuid[])`;
  const known = new Map(rows.map(({ id, question }) => [id, question]));
  const failures = tests.failures.map((failure) => ({
    ...failure,
    expected: known.get(failure.entryId) ?? {},
    got: failure.gotId === null ? null : (known.get(failure.gotId) ?? {}),
  }));
  return { ...tests, failures };
}
