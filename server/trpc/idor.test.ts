import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POLICY, type PolicyKey } from "#server/auth/policy.ts";
import { type Console, createConsole } from "./fixtures/create-console.ts";
import { baseAttempts } from "./fixtures/foreign/base-attempts.ts";
import { botAttempts } from "./fixtures/foreign/bot-attempts.ts";
import { type Attempt, type Foreign, type Guarded, openForeign } from "./fixtures/foreign/foreign.ts";
import { knowledgeAttempts } from "./fixtures/foreign/knowledge-attempts.ts";
import { testingAttempts } from "./fixtures/foreign/testing-attempts.ts";
import { workspaceAttempts } from "./fixtures/foreign/workspace-attempts.ts";
import { appRouter } from "./router.ts";

/** T-01: whoever works in workspace B reaches nothing of A, with whatever id of A in whatever place. */

let server: Console;
let foreign: Foreign;

beforeAll(async () => {
  server = await createConsole();
  foreign = await openForeign(server);
});
afterAll(() => server.close());

/** Every procedure that could name something of A; one without an entry does not compile. */
const ATTEMPTS: { readonly [K in Guarded]: (foreign: Foreign) => readonly Attempt[] } = {
  ...workspaceAttempts,
  ...botAttempts,
  ...testingAttempts,
  ...baseAttempts,
  ...knowledgeAttempts,
};

type Listed = { readonly _def: { readonly type: "query" | "mutation" } };

// as: at run time the record is flat, `bot.list` beside `bot.get`; its type is nested.
const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, Listed>>;

/** All that A owns, to see that nothing of it changed. */
async function dumpA(): Promise<string> {
  const { sql } = server.database;
  const { a } = foreign;
  const dump = await Promise.all([
    sql`select * from workspace where id = ${a.workspaceId}`,
    ...[
      "bot",
      "member",
      "invitation",
      "conversation",
      "message",
      "turn",
      "flow_version",
      "audit_entry",
      "tester_link",
      "flow_comment",
      "test_suite",
      "flow_test",
      "test_run",
      "gray_release",
      "version_move",
      "release_event",
      "flow_draft",
      "knowledge_base",
      "faq_entry",
      "faq_category",
      "faq_synonym",
      "faq_setting",
      "faq_release",
      "faq_test",
      "learning_cluster",
      "learning_question",
      "learning_decision",
      "learning_run",
      "document",
      "document_piece",
      "passage",
      "knowledge_case",
      "knowledge_case_revision",
      "embedding_provider",
      "base_embedding",
      "label_sample",
      "label_item",
      "label",
      "label_skip",
      "graph_entity",
      "graph_fact",
      "graph_reading",
      "glossary_term",
      "knowledge_task",
    ].map((table) => sql`select * from ${sql(table)} where workspace_id = ${a.workspaceId} order by 1, 2`),
    sql`select id from auth_session where active_workspace_id = ${a.workspaceId}`,
  ]);
  return JSON.stringify(dump);
}

describe.each(Object.keys(POLICY).filter((key) => Object.hasOwn(ATTEMPTS, key)))("%s", (path) => {
  test("reaches nothing of another workspace", async () => {
    const { a, sessionOfA } = foreign;
    const before = await dumpA();
    // as: the filter above keeps exactly these keys.
    for (const attempt of ATTEMPTS[path as Guarded](foreign)) {
      const answer = await call(path, attempt.input);
      if (attempt.expects === "not_found") expect(answer.code).toBe("not_found");
      for (const id of [
        a.workspaceId,
        a.botId,
        a.conversationId,
        a.versionId,
        a.invitationId,
        a.botKey,
        sessionOfA,
      ]) {
        expect(answer.body).not.toContain(id);
      }
    }
    expect(await dumpA()).toBe(before);
  });

  test.each(["workspaceId", "actorId", "createdBy"])("takes no %s from the body", async (extra) => {
    if (path === "me.switchWorkspace" && extra === "workspaceId") return;
    const before = await dumpA();
    // as: the filter above keeps exactly these keys.
    const attempts = ATTEMPTS[path as Guarded](foreign).filter(({ input }) => input !== undefined);
    for (const { input } of attempts) {
      const answer = await call(path, Object.assign({}, input, { [extra]: foreign.a.workspaceId }));
      expect(answer.code).toBe("invalid_request");
    }
    expect(await dumpA()).toBe(before);
  });
});

const call = (path: string, input: unknown) =>
  foreign.stranger[procedures[path]?._def.type === "mutation" ? "mutate" : "query"](path, input);

test("the list of attempts covers every procedure that works in a workspace", () => {
  const guarded = Object.entries(POLICY)
    .filter(([, rule]) => Array.isArray(rule))
    .map(([key]) => key);
  // as: keys of the table itself.
  expect(guarded.filter((key) => !Object.hasOwn(ATTEMPTS, key as PolicyKey))).toEqual([]);
});
