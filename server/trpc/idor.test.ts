import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POLICY, type PolicyKey, type WorkspaceKey } from "#server/auth/policy.ts";
import { type Client, type Console, createConsole } from "./fixtures/create-console.ts";
import { seedKnowledge } from "./fixtures/seed-knowledge.ts";
import { seedLearning } from "./fixtures/seed-learning.ts";
import { seedQuality } from "./fixtures/seed-quality.ts";
import { seedTests } from "./fixtures/seed-tests.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "./fixtures/seed-workspace.ts";
import { appRouter } from "./router.ts";

/** T-01: whoever works in workspace B reaches nothing of A, with whatever id of A in whatever place. */

let server: Console;
let a: SeededWorkspace;
let sessionOfA: string;
let snapshotOfA: string;
let suiteOfA: string;
let testOfA: string;
let runOfA: string;
const SOME_ID = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
let linkOfA: string;
let baseOfA: string;
let entryOfA: string;
let categoryOfA: string;
let synonymOfA: string;
let documentOfA: string;
let passageOfA: string;
let caseOfA: string;
let factOfA: string;
let entityOfA: string;
let entityOfB: string;
let commentOfA: string;
let clustersOfA: readonly [string, string];
let decisionOfA: string;
let faqTestOfA: string;
let sampleOfA: string;
let itemOfA: string;
let termOfA: string;
let taskOfA: string;
let stranger: Client;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  a = await seedWorkspace({ sql, name: "alpha", hash });
  const b = await seedWorkspace({ sql, name: "beta", hash });
  await server.signIn(a.members.owner.email, PASSWORD);
  const [session] = await sql<
    { id: string }[]
  >`select id from auth_session where user_id = ${a.members.owner.userId}`;
  sessionOfA = session?.id ?? "";
  const [snapshot] = await sql<{ id: string }[]>`
    insert into draft_snapshot (bot_id, workspace_id, rev, bundle, reason, author_name)
    select bot_id, workspace_id, 1, bundle, 'manual', 'owner' from flow_version where id = ${a.versionId} returning id`;
  snapshotOfA = snapshot?.id ?? "";
  const [link] = await sql<{ id: string }[]>`
    insert into tester_link (bot_id, workspace_id, name, token_hash, author_name, expires_at)
    values (${a.botId}, ${a.workspaceId}, '门店试用', '\\x00', '小林', now() + interval '7 days') returning id`;
  linkOfA = link?.id ?? "";
  const [comment] = await sql<{ id: string }[]>`
    insert into flow_comment (bot_id, workspace_id, flow_id, node_id, text, author_name)
    values (${a.botId}, ${a.workspaceId}, 'main', 'hello', '语气太生硬', '小林') returning id`;
  commentOfA = comment?.id ?? "";
  ({
    baseId: baseOfA,
    entryId: entryOfA,
    categoryId: categoryOfA,
    synonymId: synonymOfA,
    documentId: documentOfA,
    passageId: passageOfA,
    caseId: caseOfA,
    factId: factOfA,
    entityId: entityOfA,
  } = await seedKnowledge(sql, a));
  const [entity] = await sql<{ id: string }[]>`
    with base as (insert into knowledge_base (workspace_id, name) values (${b.workspaceId}, 'own') returning id)
    insert into graph_entity (base_id, workspace_id, type, name, key)
    select id, ${b.workspaceId}, 'own', 'own', 'own' from base returning id`;
  entityOfB = entity?.id ?? "";
  ({
    sampleId: sampleOfA,
    itemId: itemOfA,
    termId: termOfA,
    taskId: taskOfA,
  } = await seedQuality(sql, { ...a, baseId: baseOfA, entryId: entryOfA }));
  ({
    clusterIds: clustersOfA,
    decisionId: decisionOfA,
    testId: faqTestOfA,
  } = await seedLearning(sql, { ...a, baseId: baseOfA, entryId: entryOfA }));
  ({ suiteId: suiteOfA, testId: testOfA, runId: runOfA } = await seedTests(sql, a));
  stranger = await server.signIn(b.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

const settings = {
  locales: ["en"],
  theme: { color: "#000000", position: "left", dark: "dark", launcherText: null, avatarUrl: null },
  allowedOrigins: [],
  sound: false,
  fileUpload: false,
  identityRequired: false,
  burstMs: 1,
};

const audience = { percent: 50, allowList: [], channels: [], tags: [] };
const guard = { conversationsMin: 1, failureRateMax: null, fallbackRateMax: null, downRateMax: null };

/** An address that the one way out refuses. */
const provider = { baseUrl: "http://127.0.0.1:9/v1", model: "m", apiKey: "sk-b", batchSize: 1 };
const labelOf = (itemId: string) => ({ itemId, scope: "yes", verdict: "right", relevant: [] });
const FACT = { subject: { type: "型号", name: "AX-1" }, predicate: "价格", object: { value: "1" } };

type Attempt = { readonly input: unknown; readonly expects: "not_found" | "nothing of A" };
type Guarded = WorkspaceKey | "me.revokeSession" | "me.switchWorkspace";

/** Every procedure that could name something of A; one without an entry does not compile. */
const ATTEMPTS: { readonly [K in Guarded]: () => readonly Attempt[] } = {
  "me.revokeSession": () => [{ input: { sessionId: sessionOfA }, expects: "not_found" }],
  "me.switchWorkspace": () => [{ input: { workspaceId: a.workspaceId }, expects: "not_found" }],
  "workspace.get": () => [{ input: undefined, expects: "nothing of A" }],
  "workspace.rename": () => [{ input: { name: "beta again" }, expects: "nothing of A" }],
  "member.list": () => [{ input: undefined, expects: "nothing of A" }],
  "member.changeRole": () =>
    Object.values(a.members).map(({ userId }) => ({
      input: { userId, role: "agent" },
      expects: "not_found",
    })),
  "member.setDisabled": () => [
    { input: { userId: a.members.editor.userId, isDisabled: true }, expects: "not_found" },
  ],
  "member.remove": () => [{ input: { userId: a.members.editor.userId }, expects: "not_found" }],
  "member.leave": () => [{ input: undefined, expects: "nothing of A" }],
  "invitation.list": () => [{ input: undefined, expects: "nothing of A" }],
  "invitation.create": () => [
    { input: { email: a.members.editor.email, role: "agent" }, expects: "nothing of A" },
  ],
  "invitation.revoke": () => [{ input: { invitationId: a.invitationId }, expects: "not_found" }],
  "bot.list": () => [{ input: { timeZone: "UTC" }, expects: "nothing of A" }],
  "bot.get": () => [{ input: { botId: a.botId, timeZone: "UTC" }, expects: "not_found" }],
  "bot.create": () => [
    { input: { name: "new", templateId: "blank", locale: "en" }, expects: "nothing of A" },
    { input: { name: "new", templateId: a.botId, locale: "en" }, expects: "not_found" },
  ],
  "bot.duplicate": () => [{ input: { botId: a.botId, name: "copy" }, expects: "not_found" }],
  "bot.rename": () => [{ input: { botId: a.botId, name: "taken" }, expects: "not_found" }],
  "bot.getLosses": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "bot.delete": () => [{ input: { botId: a.botId, confirmName: "alpha bot" }, expects: "not_found" }],
  "bot.listDeleted": () => [{ input: undefined, expects: "nothing of A" }],
  "bot.restore": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "bot.pause": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "bot.resume": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "bot.updateSettings": () => [{ input: { botId: a.botId, name: "taken", settings }, expects: "not_found" }],
  "bot.rotateIdentitySecret": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "bot.embedSnippet": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "draft.get": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "draft.changes": () => [{ input: { botId: a.botId, after: 1 }, expects: "not_found" }],
  "draft.save": () => [
    {
      input: {
        botId: a.botId,
        changeId: SOME_ID,
        clientId: SOME_ID,
        knownRev: 1,
        ops: [{ type: "set", path: ["flow", "settings", "language"], before: "zh-CN", value: "en" }],
      },
      expects: "not_found",
    },
  ],
  "draft.presence": () => [
    {
      input: {
        ...{ botId: a.botId, clientId: SOME_ID, flowId: "main", nodeId: null, cursor: null },
        isLeaving: false,
      },
      expects: "not_found",
    },
  ],
  "draft.snapshots": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "draft.getSnapshot": () => [{ input: { botId: a.botId, snapshotId: snapshotOfA }, expects: "not_found" }],
  "draft.createSnapshot": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "draft.restore": () => [{ input: { botId: a.botId, snapshotId: snapshotOfA }, expects: "not_found" }],
  "draft.recoveries": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "draft.resolveRecovery": () => [
    { input: { botId: a.botId, recoveryId: SOME_ID, isResolved: true }, expects: "not_found" },
  ],
  "version.list": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "version.get": () => [{ input: { versionId: a.versionId }, expects: "not_found" }],
  "version.restoreToDraft": () => [{ input: { versionId: a.versionId }, expects: "not_found" }],
  "release.check": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "release.get": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "release.publish": () => [
    { input: { botId: a.botId, draftRev: 1, note: "", running: "restart" }, expects: "not_found" },
  ],
  "release.publishing": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "release.rollBack": () => [{ input: { versionId: a.versionId, running: "move" }, expects: "not_found" }],
  "release.startGray": () => [{ input: { versionId: a.versionId, audience, guard }, expects: "not_found" }],
  "release.changeGray": () => [{ input: { botId: a.botId, audience, guard }, expects: "not_found" }],
  "release.promoteGray": () => [{ input: { botId: a.botId, running: "move" }, expects: "not_found" }],
  "release.stopGray": () => [{ input: { botId: a.botId, running: "move" }, expects: "not_found" }],
  "conversation.list": () => [
    { input: {}, expects: "nothing of A" },
    { input: { botId: a.botId }, expects: "nothing of A" },
    { input: { cursor: "ffffffff-ffff-ffff-ffff-ffffffffffff" }, expects: "nothing of A" },
    { input: { search: "退货" }, expects: "nothing of A" },
  ],
  "conversation.get": () => [{ input: { conversationId: a.conversationId }, expects: "not_found" }],
  "preview.match": () => [
    {
      input: {
        botId: a.botId,
        locale: "en",
        expects: null,
        request: {
          mode: "inline",
          name: "match-intent",
          input: { flowId: "main", nodeId: "hello", text: "hi" },
        },
      },
      expects: "not_found",
    },
  ],
  "preview.examine": () => [
    {
      input: {
        botId: a.botId,
        examined: { type: "intents", flowId: "main", nodeId: "hello" },
        expects: "",
        part: { type: "intents", intents: [] },
      },
      expects: "not_found",
    },
  ],
  "preview.examinations": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "preview.recording": () => [{ input: { conversationId: a.conversationId }, expects: "not_found" }],
  "tester.create": () => [
    {
      input: { botId: a.botId, name: "taken", versionId: null, days: 7, password: null },
      expects: "not_found",
    },
  ],
  "tester.list": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "tester.revoke": () => [{ input: { linkId: linkOfA }, expects: "not_found" }],
  "comment.list": () => [{ input: { botId: a.botId, isResolved: false }, expects: "not_found" }],
  "comment.add": () => [
    {
      input: { botId: a.botId, flowId: "main", nodeId: null, message: null, question: null, text: "hi" },
      expects: "not_found",
    },
  ],
  "comment.people": () => [{ input: undefined, expects: "nothing of A" }],
  "comment.unread": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "comment.markRead": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "comment.resolve": () => [{ input: { commentId: commentOfA, isResolved: true }, expects: "not_found" }],
  "test.suites": () => [{ input: { botId: a.botId }, expects: "not_found" }],
  "test.createSuite": () => [{ input: { botId: a.botId, name: "x" }, expects: "not_found" }],
  "test.renameSuite": () => [{ input: { suiteId: suiteOfA, name: "x" }, expects: "not_found" }],
  "test.setRequired": () => [{ input: { suiteId: suiteOfA, isRequired: true }, expects: "not_found" }],
  "test.deleteSuite": () => [{ input: { suiteId: suiteOfA }, expects: "not_found" }],
  "test.get": () => [{ input: { testId: testOfA }, expects: "not_found" }],
  "test.create": () =>
    [null, suiteOfA].map((suiteId) => ({
      input: { botId: a.botId, suiteId, locale: "en", name: "x", source: "hand", script: { turns: [] } },
      expects: "not_found",
    })),
  "test.update": () => [
    { input: { testId: testOfA, name: "x", script: { turns: [] } }, expects: "not_found" },
  ],
  "test.move": () => [{ input: { testId: testOfA, suiteId: suiteOfA, position: 0 }, expects: "not_found" }],
  "test.delete": () => [{ input: { testId: testOfA }, expects: "not_found" }],
  "test.fromConversation": () => [
    { input: { conversationId: a.conversationId, suiteId: null, locale: "en" }, expects: "not_found" },
  ],
  "test.run": () => [
    { input: { botId: a.botId, suiteIds: null }, expects: "not_found" },
    { input: { botId: a.botId, suiteIds: [suiteOfA], testId: testOfA }, expects: "not_found" },
  ],
  "test.startBatch": () => [
    {
      input: { botId: a.botId, batch: { name: "x", locale: "en", rows: [{ question: "hi" }] } },
      expects: "not_found",
    },
  ],
  "test.cancelRun": () => [{ input: { runId: runOfA }, expects: "not_found" }],
  "test.runs": () => [{ input: { botId: a.botId, kind: "tests" }, expects: "not_found" }],
  "test.getRun": () => [{ input: { runId: runOfA }, expects: "not_found" }],
  "test.getResult": () => [{ input: { runId: runOfA, testId: testOfA }, expects: "not_found" }],
  "test.getBatch": () => [{ input: { runId: runOfA }, expects: "not_found" }],
  "knowledge.bases": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.base": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.createBase": () => [{ input: { name: "售后", description: "" }, expects: "nothing of A" }],
  "knowledge.updateBase": () => [{ input: { baseId: baseOfA, name: "taken" }, expects: "not_found" }],
  "knowledge.setFourEyes": () => [{ input: { baseId: baseOfA, fourEyes: true }, expects: "not_found" }],
  "knowledge.deleteBase": () => [{ input: { baseId: baseOfA, confirmName: "售后" }, expects: "not_found" }],
  "knowledge.deletedBases": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.restoreBase": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.entries": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.tags": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.entry": () => [{ input: { entryId: entryOfA }, expects: "not_found" }],
  "knowledge.createEntry": () => [
    { input: { baseId: baseOfA, content: { question: { en: "hi" } } }, expects: "not_found" },
  ],
  "knowledge.updateEntry": () => [
    { input: { entryId: entryOfA, rev: 1, changes: { tags: ["taken"] } }, expects: "not_found" },
  ],
  "knowledge.changeEntries": () => [
    {
      input: { baseId: baseOfA, entryIds: [entryOfA], change: { type: "delete" } },
      expects: "not_found",
    },
  ],
  "knowledge.changeStates": () => [
    {
      input: { baseId: baseOfA, action: "retire", entries: [{ entryId: entryOfA, rev: 1 }] },
      expects: "not_found",
    },
  ],
  "knowledge.approve": () => [
    {
      input: { baseId: baseOfA, action: "approve", entries: [{ entryId: entryOfA, rev: 1 }] },
      expects: "not_found",
    },
  ],
  "knowledge.history": () => [{ input: { entryId: entryOfA }, expects: "not_found" }],
  "knowledge.compareRevisions": () => [
    { input: { entryId: entryOfA, from: 1, to: 1 }, expects: "not_found" },
  ],
  "knowledge.restoreRevision": () => [{ input: { entryId: entryOfA, to: 1, rev: 1 }, expects: "not_found" }],
  "knowledge.checkEntry": () => [
    { input: { baseId: baseOfA, entryId: null, content: { question: { en: "hi" } } }, expects: "not_found" },
  ],
  "knowledge.trySentence": () => [{ input: { baseId: baseOfA, text: "退货" }, expects: "not_found" }],
  "knowledge.vectors.provider": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.vectors.models": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.vectors.tryProvider": () => [{ input: provider, expects: "nothing of A" }],
  "knowledge.vectors.saveProvider": () => [{ input: provider, expects: "nothing of A" }],
  "knowledge.vectors.removeProvider": () => [{ input: undefined, expects: "not_found" }],
  "knowledge.vectors.state": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.vectors.retry": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.vectors.cancel": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.document.list": () => [
    { input: { baseId: baseOfA }, expects: "not_found" },
    { input: { baseId: baseOfA, isDeleted: true }, expects: "not_found" },
  ],
  "knowledge.document.tags": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.document.get": () => [{ input: { documentId: documentOfA }, expects: "not_found" }],
  "knowledge.document.passages": () => [{ input: { documentId: documentOfA }, expects: "not_found" }],
  "knowledge.document.search": () => [
    { input: { baseIds: [baseOfA], question: "七天内可退吗" }, expects: "not_found" },
  ],
  "knowledge.document.addPage": () => [
    { input: { baseId: baseOfA, url: "https://example.com/" }, expects: "not_found" },
  ],
  "knowledge.document.update": () => [
    { input: { documentId: documentOfA, name: "taken" }, expects: "not_found" },
  ],
  "knowledge.document.retry": () => [{ input: { documentId: documentOfA }, expects: "not_found" }],
  "knowledge.document.cancel": () => [{ input: { documentId: documentOfA }, expects: "not_found" }],
  "knowledge.document.delete": () => [{ input: { documentId: documentOfA }, expects: "not_found" }],
  "knowledge.document.restore": () => [{ input: { documentId: documentOfA }, expects: "not_found" }],
  "knowledge.document.editPassage": () => [
    {
      input: { passageId: passageOfA, text: "taken", knownAt: "2026-11-27T00:00:00Z" },
      expects: "not_found",
    },
  ],
  "knowledge.case.list": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.case.tags": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.case.get": () => [{ input: { caseId: caseOfA }, expects: "not_found" }],
  "knowledge.case.history": () => [{ input: { caseId: caseOfA }, expects: "not_found" }],
  "knowledge.case.draft": () => [{ input: { conversationId: a.conversationId }, expects: "not_found" }],
  "knowledge.case.create": () => [
    { input: { baseId: baseOfA, content: { question: "hi" } }, expects: "not_found" },
  ],
  "knowledge.case.update": () => [
    { input: { caseId: caseOfA, rev: 1, content: { question: "taken" } }, expects: "not_found" },
  ],
  "knowledge.case.move": () => [
    { input: { caseId: caseOfA, rev: 1, action: "retire" }, expects: "not_found" },
  ],
  "knowledge.case.approve": () => [
    { input: { caseId: caseOfA, rev: 1, action: "approve" }, expects: "not_found" },
  ],
  "knowledge.case.delete": () => [{ input: { caseId: caseOfA }, expects: "not_found" }],
  "knowledge.case.restore": () => [{ input: { caseId: caseOfA }, expects: "not_found" }],
  "knowledge.graph.facts": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.graph.sources": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.graph.entities": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.graph.entity": () => [{ input: { entityId: entityOfA }, expects: "not_found" }],
  "knowledge.graph.map": () => [{ input: { baseId: baseOfA, around: entityOfA }, expects: "not_found" }],
  "knowledge.graph.names": () => [{ input: { baseIds: [baseOfA] }, expects: "not_found" }],
  "knowledge.graph.decide": () => [
    {
      input: { baseId: baseOfA, decisions: [{ factId: factOfA, state: "accepted" }] },
      expects: "not_found",
    },
  ],
  "knowledge.graph.decideAll": () => [
    { input: { baseId: baseOfA, documentId: documentOfA, state: "accepted" }, expects: "not_found" },
  ],
  "knowledge.graph.addFact": () => [{ input: { baseId: baseOfA, fact: FACT }, expects: "not_found" }],
  "knowledge.graph.updateFact": () => [{ input: { factId: factOfA, fact: FACT }, expects: "not_found" }],
  "knowledge.graph.updateEntity": () => [
    { input: { entityId: entityOfA, type: "型号", name: "taken" }, expects: "not_found" },
  ],
  "knowledge.graph.merge": () => [
    { input: { entityId: entityOfA, intoId: entityOfB }, expects: "not_found" },
    { input: { entityId: entityOfB, intoId: entityOfA }, expects: "not_found" },
  ],
  "knowledge.graph.separate": () => [{ input: { entityId: entityOfA }, expects: "not_found" }],
  "knowledge.learning.clusters": () => [
    { input: {}, expects: "nothing of A" },
    { input: { botId: a.botId }, expects: "not_found" },
  ],
  "knowledge.learning.cluster": () => [{ input: { clusterId: clustersOfA[0] }, expects: "not_found" }],
  "knowledge.learning.status": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.learning.decisions": () => [{ input: {}, expects: "nothing of A" }],
  "knowledge.learning.look": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.learning.newEntry": () => [
    {
      input: { clusterId: clustersOfA[0], baseId: baseOfA, locale: "zh-CN", question: "能开英文发票吗" },
      expects: "not_found",
    },
  ],
  "knowledge.learning.addSimilar": () => [
    {
      input: { clusterId: clustersOfA[0], entryId: entryOfA, texts: ["能开英文发票吗"] },
      expects: "not_found",
    },
  ],
  "knowledge.learning.ignore": () => [{ input: { clusterIds: [clustersOfA[0]] }, expects: "not_found" }],
  "knowledge.learning.merge": () => [{ input: { clusterIds: clustersOfA }, expects: "not_found" }],
  "knowledge.learning.split": () => [
    { input: { clusterId: clustersOfA[0], keys: ["能开英文发票吗"] }, expects: "not_found" },
  ],
  "knowledge.learning.undo": () => [{ input: { decisionId: decisionOfA }, expects: "not_found" }],
  "knowledge.tests": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.deleteTest": () => [{ input: { testId: faqTestOfA }, expects: "not_found" }],
  "knowledge.releases": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.compareReleases": () => [
    { input: { baseId: baseOfA, from: null, to: "next" }, expects: "not_found" },
  ],
  "knowledge.releaseProgress": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.release": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.rollBack": () => [{ input: { baseId: baseOfA, number: 1 }, expects: "not_found" }],
  "knowledge.categories": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.createCategory": () => [
    { input: { baseId: baseOfA, parentId: categoryOfA, name: "x" }, expects: "not_found" },
  ],
  "knowledge.updateCategory": () => [
    { input: { baseId: baseOfA, categoryId: categoryOfA, name: "x" }, expects: "not_found" },
  ],
  "knowledge.deleteCategory": () => [
    { input: { baseId: baseOfA, categoryId: categoryOfA }, expects: "not_found" },
  ],
  "knowledge.synonyms": () => [{ input: { baseId: baseOfA }, expects: "not_found" }],
  "knowledge.saveSynonym": () => [
    { input: { synonymId: synonymOfA, baseId: null, words: ["x"] }, expects: "not_found" },
    { input: { synonymId: null, baseId: baseOfA, words: ["x"] }, expects: "not_found" },
  ],
  "knowledge.deleteSynonym": () => [{ input: { synonymId: synonymOfA }, expects: "not_found" }],
  "knowledge.health.measures": () => [{ input: { days: 90 }, expects: "nothing of A" }],
  "knowledge.health.readiness": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.health.failing": () => [{ input: {}, expects: "nothing of A" }],
  "knowledge.glossary.list": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.glossary.save": () => [
    { input: { termId: termOfA, locale: "en", preferred: "x", forbidden: ["y"] }, expects: "not_found" },
  ],
  "knowledge.glossary.delete": () => [{ input: { termId: termOfA }, expects: "not_found" }],
  "knowledge.task.list": () => [{ input: { whose: "all" }, expects: "nothing of A" }],
  "knowledge.task.count": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.task.change": () => [
    { input: { taskIds: [taskOfA], change: { type: "dismiss" } }, expects: "not_found" },
  ],
  "knowledge.task.confirm": () => [{ input: { taskId: taskOfA, rev: 1 }, expects: "not_found" }],
  "knowledge.label.samples": () => [{ input: undefined, expects: "nothing of A" }],
  "knowledge.label.draw": () => [
    { input: { name: "x", botId: a.botId, days: 30, size: 10 }, expects: "not_found" },
    { input: { name: "x", botId: null, days: 30, size: 10 }, expects: "nothing of A" },
  ],
  "knowledge.label.deleteSample": () => [{ input: { sampleId: sampleOfA }, expects: "not_found" }],
  "knowledge.label.next": () => [
    { input: { sampleId: sampleOfA }, expects: "not_found" },
    { input: {}, expects: "nothing of A" },
  ],
  "knowledge.label.save": () => [{ input: labelOf(itemOfA), expects: "not_found" }],
  "knowledge.label.skip": () => [{ input: { itemId: itemOfA }, expects: "not_found" }],
  "knowledge.label.undo": () => [{ input: { itemId: itemOfA }, expects: "not_found" }],
  "knowledge.label.items": () => [
    { input: { sampleId: sampleOfA, state: "settled" }, expects: "not_found" },
    { input: { state: "settled" }, expects: "nothing of A" },
  ],
  "knowledge.label.agreement": () => [{ input: { sampleId: sampleOfA }, expects: "not_found" }],
  "knowledge.label.entries": () => [{ input: { search: "退货" }, expects: "nothing of A" }],
  "knowledge.label.adjudicate": () => [{ input: labelOf(itemOfA), expects: "not_found" }],
  "audit.list": () => [{ input: {}, expects: "nothing of A" }],
};

type Listed = { readonly _def: { readonly type: "query" | "mutation" } };

// as: at run time the record is flat, `bot.list` beside `bot.get`; its type is nested.
const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, Listed>>;

/** All that A owns, to see that nothing of it changed. */
async function dumpA(): Promise<string> {
  const { sql } = server.database;
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
    const before = await dumpA();
    // as: the filter above keeps exactly these keys.
    for (const attempt of ATTEMPTS[path as Guarded]()) {
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
    const attempts = ATTEMPTS[path as Guarded]().filter(({ input }) => input !== undefined);
    for (const { input } of attempts) {
      const answer = await call(path, Object.assign({}, input, { [extra]: a.workspaceId }));
      expect(answer.code).toBe("invalid_request");
    }
    expect(await dumpA()).toBe(before);
  });
});

const call = (path: string, input: unknown) =>
  stranger[procedures[path]?._def.type === "mutation" ? "mutate" : "query"](path, input);

test("the list of attempts covers every procedure that works in a workspace", () => {
  const guarded = Object.entries(POLICY)
    .filter(([, rule]) => Array.isArray(rule))
    .map(([key]) => key);
  // as: keys of the table itself.
  expect(guarded.filter((key) => !Object.hasOwn(ATTEMPTS, key as PolicyKey))).toEqual([]);
});
