import type { TransactionSql } from "postgres";
import type { NewSuite, NewTest } from "./add-suite.ts";

type Row = NewTest & { readonly suiteId: string; readonly suiteName: string; readonly isRequired: boolean };

/** A bot's tests by suite, in the order in which they are shown. */
export async function listSuites(tx: TransactionSql, botId: string): Promise<readonly NewSuite[]> {
  const rows = await tx<Row[]>`
    select s.id as "suiteId", s.name as "suiteName", s.is_required as "isRequired", t.name, t.script, t.source
    from test_suite s join flow_test t on t.suite_id = s.id
    where s.bot_id = ${botId} order by s.created_at, s.id, t.position, t.id`;
  const suites = Map.groupBy(rows, ({ suiteId }) => suiteId);
  return [...suites.values()].map((tests) => ({
    name: tests[0]?.suiteName ?? "",
    isRequired: tests[0]?.isRequired ?? false,
    tests: tests.map(({ name, script, source }) => ({ name, script, source })),
  }));
}
