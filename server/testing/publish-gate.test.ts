import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SeededBot, seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import { log } from "../log.ts";
import { greeting, polite, seedSuite } from "./fixtures/greeter.ts";
import { performRun } from "./perform-run.ts";
import { findGate, startRequiredRun, toTestReport } from "./publish-gate.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const never = new AbortController().signal;
const perform = (runId: string) => performRun({ sql: db.sql, log, stop: never }, runId);

describe("what publishing asks of the tests", () => {
  const gate = (bot: SeededBot) => db.sql.begin((tx) => findGate(tx, bot));
  const runRequired = async (bot: SeededBot) => {
    const run = await db.sql.begin((tx) => startRequiredRun(tx, { ...bot, authorName: "小王" }));
    if (run) await perform(run.runId);
    return run?.runId ?? null;
  };
  const require = (suiteId: string) => db.sql`update test_suite set is_required = true where id = ${suiteId}`;
  const edit = (bot: SeededBot, text: string) =>
    db.sql`update flow_draft set bundle = ${JSON.stringify(greeting(text))}::text::jsonb, rev = rev + 1 where bot_id = ${bot.botId}`;

  test("nothing while no suite is required", async () => {
    const bot = await seedBot(db.sql, greeting("您好"));
    await seedSuite(db.sql, bot, { names: ["一"] });
    expect(await gate(bot)).toMatchObject({ verdict: "open" });
    expect(await runRequired(bot)).toBeNull();
  });

  test("a passed run of this very draft and these very tests (G1)", async () => {
    const bot = await seedBot(db.sql, greeting("您好"));
    const suiteId = await seedSuite(db.sql, bot, { names: ["一", "二"] });
    await require(suiteId);
    expect(await gate(bot)).toMatchObject({ verdict: "missing", missing: [{ name: "一" }, { name: "二" }] });
    await runRequired(bot);
    expect(await gate(bot)).toMatchObject({ verdict: "clear", passed: 2, draftRev: 1 });

    await edit(bot, "您好呀");
    expect(await gate(bot)).toMatchObject({ verdict: "missing", draftRev: 2 });
    await edit(bot, "您好");
    expect(await gate(bot)).toMatchObject({ verdict: "clear", draftRev: 3 });

    const other = { ...polite, expectStart: [] };
    await db.sql`update flow_test set script = ${JSON.stringify(flowTestScriptSchema.parse(other))}::text::jsonb
      where bot_id = ${bot.botId} and name = '二'`;
    expect(await gate(bot)).toMatchObject({ verdict: "missing", passed: 1, missing: [{ name: "二" }] });
  });

  test("a failure is overridden only by owners and admins, and only with a reason that is kept (G3)", async () => {
    const bot = await seedBot(db.sql, greeting("嘿"));
    await require(await seedSuite(db.sql, bot, { names: ["一"] }));
    const runId = await runRequired(bot);
    const report = await gate(bot);
    expect(report).toMatchObject({ verdict: "failed", failed: [{ name: "一", runId }] });
    expect(() => toTestReport(report, null)).toThrow("conflict");
    expect(() => toTestReport(report, { role: "editor", reason: "赶时间" })).toThrow("forbidden");
    expect(toTestReport(report, { role: "admin", reason: "赶时间" })).toEqual({
      passed: 0,
      failed: 1,
      override: "赶时间",
    });
  });

  test("a run of the required suites that is under way is joined, not started again", async () => {
    const bot = await seedBot(db.sql, greeting("您好"));
    await require(await seedSuite(db.sql, bot, { names: ["一"] }));
    const ask = () => db.sql.begin((tx) => startRequiredRun(tx, { ...bot, authorName: "小王" }));
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await gate(bot)).toMatchObject({ openRunId: first?.runId });
  });
});
