import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLES } from "#drizzle/schema/member.ts";
import { POLICY, type PolicyKey } from "#server/auth/policy.ts";
import { type Client, type Console, createConsole } from "./fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "./fixtures/seed-workspace.ts";
import { appRouter } from "./router.ts";

let server: Console;
let shop: SeededWorkspace;
const clients = new Map<string, Client>();

beforeAll(async () => {
  server = await createConsole();
  shop = await seedWorkspace({
    sql: server.database.sql,
    name: "shop",
    hash: (await server.auth.$context).password.hash,
  });
  for (const role of ROLES) clients.set(role, await server.signIn(shop.members[role].email, PASSWORD));
});
afterAll(() => server.close());

type Listed = {
  readonly _def: { readonly type: "query" | "mutation"; readonly meta?: { readonly policy: string } };
};

// as: at run time the record is flat, `bot.list` beside `bot.get`; its type is nested.
const procedures = Object.entries(appRouter._def.procedures as unknown as Readonly<Record<string, Listed>>);

test("every procedure stands in the policy table under its own path, and the table holds nothing else", () => {
  const paths = procedures.map(([path, procedure]) => [path, procedure._def.meta?.policy]);
  expect(paths).toEqual(paths.map(([path]) => [path, path]));
  expect(paths.map(([path]) => path).sort()).toEqual(Object.keys(POLICY).sort());
});

/** Reviewed by hand: who may call what. A change of the table must be a change of this test too. */
const MATRIX: { readonly [K in PolicyKey]: string } = {
  "setup.status": "public",
  "setup.complete": "public",
  "invitation.peek": "public",
  "invitation.accept": "public",
  "me.get": "signed-in",
  "me.rename": "signed-in",
  "me.setPreferences": "signed-in",
  "me.listSessions": "signed-in",
  "me.revokeSession": "signed-in",
  "me.switchWorkspace": "signed-in",
  "workspace.get": "owner admin editor reviewer analyst agent",
  "workspace.rename": "owner admin",
  "member.list": "owner admin",
  "member.changeRole": "owner admin",
  "member.setDisabled": "owner admin",
  "member.remove": "owner admin",
  "member.leave": "owner admin editor reviewer analyst agent",
  "invitation.list": "owner admin",
  "invitation.create": "owner admin",
  "invitation.revoke": "owner admin",
  "bot.list": "owner admin editor reviewer analyst agent",
  "bot.get": "owner admin editor reviewer analyst agent",
  "bot.create": "owner admin editor",
  "bot.duplicate": "owner admin editor",
  "bot.rename": "owner admin editor",
  "bot.getLosses": "owner admin",
  "bot.delete": "owner admin",
  "bot.listDeleted": "owner admin",
  "bot.restore": "owner admin",
  "bot.pause": "owner admin editor",
  "bot.resume": "owner admin editor",
  "bot.updateSettings": "owner admin editor",
  "bot.rotateIdentitySecret": "owner admin",
  "bot.embedSnippet": "owner admin editor reviewer analyst agent",
  "draft.get": "owner admin editor reviewer analyst agent",
  "draft.changes": "owner admin editor reviewer analyst agent",
  "draft.save": "owner admin editor",
  "draft.presence": "owner admin editor reviewer analyst agent",
  "draft.snapshots": "owner admin editor reviewer analyst agent",
  "draft.getSnapshot": "owner admin editor reviewer analyst agent",
  "draft.createSnapshot": "owner admin editor",
  "draft.restore": "owner admin editor",
  "draft.recoveries": "owner admin editor reviewer analyst agent",
  "draft.resolveRecovery": "owner admin editor",
  "version.list": "owner admin editor reviewer analyst agent",
  "version.get": "owner admin editor reviewer analyst agent",
  "version.restoreToDraft": "owner admin editor",
  "release.check": "owner admin editor reviewer analyst agent",
  "release.get": "owner admin editor reviewer analyst agent",
  "release.publish": "owner admin editor",
  "release.publishing": "owner admin editor reviewer analyst agent",
  "release.rollBack": "owner admin editor",
  "release.startGray": "owner admin editor",
  "release.changeGray": "owner admin editor",
  "release.promoteGray": "owner admin editor",
  "release.stopGray": "owner admin editor",
  "conversation.list": "owner admin editor reviewer analyst agent",
  "conversation.get": "owner admin editor reviewer analyst agent",
  "tester.open": "public",
  "tester.match": "public",
  "tester.comment": "public",
  "preview.match": "owner admin editor reviewer analyst agent",
  "preview.examine": "owner admin editor reviewer analyst agent",
  "preview.examinations": "owner admin editor reviewer analyst agent",
  "preview.recording": "owner admin editor reviewer",
  "tester.create": "owner admin editor reviewer",
  "tester.list": "owner admin editor reviewer",
  "tester.revoke": "owner admin editor reviewer",
  "comment.list": "owner admin editor reviewer analyst agent",
  "comment.people": "owner admin editor reviewer",
  "comment.unread": "owner admin editor reviewer analyst agent",
  "comment.markRead": "owner admin editor reviewer analyst agent",
  "comment.add": "owner admin editor reviewer",
  "comment.resolve": "owner admin editor reviewer",
  "test.suites": "owner admin editor reviewer analyst agent",
  "test.createSuite": "owner admin editor reviewer",
  "test.renameSuite": "owner admin editor reviewer",
  "test.setRequired": "owner admin",
  "test.deleteSuite": "owner admin editor",
  "test.get": "owner admin editor reviewer analyst agent",
  "test.create": "owner admin editor reviewer",
  "test.update": "owner admin editor reviewer",
  "test.move": "owner admin editor reviewer",
  "test.delete": "owner admin editor reviewer",
  "test.fromConversation": "owner admin editor reviewer",
  "test.run": "owner admin editor reviewer",
  "test.startBatch": "owner admin editor reviewer",
  "test.cancelRun": "owner admin editor reviewer",
  "test.runs": "owner admin editor reviewer analyst agent",
  "test.getRun": "owner admin editor reviewer analyst agent",
  "test.getResult": "owner admin editor reviewer analyst agent",
  "test.getBatch": "owner admin editor reviewer analyst agent",
  "knowledge.bases": "owner admin editor reviewer analyst agent",
  "knowledge.base": "owner admin editor reviewer analyst agent",
  "knowledge.createBase": "owner admin editor",
  "knowledge.updateBase": "owner admin editor",
  "knowledge.setFourEyes": "owner admin",
  "knowledge.deleteBase": "owner admin",
  "knowledge.deletedBases": "owner admin",
  "knowledge.restoreBase": "owner admin",
  "knowledge.entries": "owner admin editor reviewer analyst agent",
  "knowledge.tags": "owner admin editor reviewer analyst agent",
  "knowledge.entry": "owner admin editor reviewer analyst agent",
  "knowledge.createEntry": "owner admin editor reviewer",
  "knowledge.updateEntry": "owner admin editor reviewer",
  "knowledge.changeEntries": "owner admin editor reviewer",
  "knowledge.changeStates": "owner admin editor reviewer",
  "knowledge.approve": "owner admin reviewer",
  "knowledge.history": "owner admin editor reviewer analyst agent",
  "knowledge.compareRevisions": "owner admin editor reviewer analyst agent",
  "knowledge.restoreRevision": "owner admin editor reviewer",
  "knowledge.checkEntry": "owner admin editor reviewer analyst agent",
  "knowledge.trySentence": "owner admin editor reviewer analyst agent",
  "knowledge.vectors.provider": "owner admin",
  "knowledge.vectors.models": "owner admin",
  "knowledge.vectors.tryProvider": "owner admin",
  "knowledge.vectors.saveProvider": "owner admin",
  "knowledge.vectors.removeProvider": "owner admin",
  "knowledge.vectors.state": "owner admin editor reviewer analyst agent",
  "knowledge.vectors.retry": "owner admin editor reviewer",
  "knowledge.vectors.cancel": "owner admin editor reviewer",
  "knowledge.document.list": "owner admin editor reviewer analyst agent",
  "knowledge.document.tags": "owner admin editor reviewer analyst agent",
  "knowledge.document.get": "owner admin editor reviewer analyst agent",
  "knowledge.document.passages": "owner admin editor reviewer analyst agent",
  "knowledge.document.search": "owner admin editor reviewer analyst agent",
  "knowledge.document.addPage": "owner admin editor reviewer",
  "knowledge.document.update": "owner admin editor reviewer",
  "knowledge.document.retry": "owner admin editor reviewer",
  "knowledge.document.cancel": "owner admin editor reviewer",
  "knowledge.document.editPassage": "owner admin editor reviewer",
  "knowledge.document.delete": "owner admin editor",
  "knowledge.document.restore": "owner admin editor",
  "knowledge.case.list": "owner admin editor reviewer analyst agent",
  "knowledge.case.tags": "owner admin editor reviewer analyst agent",
  "knowledge.case.get": "owner admin editor reviewer analyst agent",
  "knowledge.case.history": "owner admin editor reviewer analyst agent",
  "knowledge.case.draft": "owner admin editor reviewer agent",
  "knowledge.case.create": "owner admin editor reviewer agent",
  "knowledge.case.update": "owner admin editor reviewer",
  "knowledge.case.move": "owner admin editor reviewer",
  "knowledge.case.approve": "owner admin reviewer",
  "knowledge.case.delete": "owner admin editor reviewer",
  "knowledge.case.restore": "owner admin editor reviewer",
  "knowledge.graph.facts": "owner admin editor reviewer analyst agent",
  "knowledge.graph.sources": "owner admin editor reviewer analyst agent",
  "knowledge.graph.entities": "owner admin editor reviewer analyst agent",
  "knowledge.graph.entity": "owner admin editor reviewer analyst agent",
  "knowledge.graph.map": "owner admin editor reviewer analyst agent",
  "knowledge.graph.names": "owner admin editor reviewer analyst agent",
  "knowledge.graph.decide": "owner admin editor reviewer",
  "knowledge.graph.decideAll": "owner admin editor reviewer",
  "knowledge.graph.addFact": "owner admin editor reviewer",
  "knowledge.graph.updateFact": "owner admin editor reviewer",
  "knowledge.graph.updateEntity": "owner admin editor reviewer",
  "knowledge.graph.merge": "owner admin editor reviewer",
  "knowledge.graph.separate": "owner admin editor reviewer",
  "knowledge.releases": "owner admin editor reviewer analyst agent",
  "knowledge.compareReleases": "owner admin editor reviewer analyst agent",
  "knowledge.releaseProgress": "owner admin editor reviewer analyst agent",
  "knowledge.release": "owner admin editor reviewer",
  "knowledge.rollBack": "owner admin editor reviewer",
  "knowledge.categories": "owner admin editor reviewer analyst agent",
  "knowledge.createCategory": "owner admin editor reviewer",
  "knowledge.updateCategory": "owner admin editor reviewer",
  "knowledge.deleteCategory": "owner admin editor reviewer",
  "knowledge.synonyms": "owner admin editor reviewer analyst agent",
  "knowledge.saveSynonym": "owner admin editor reviewer",
  "knowledge.deleteSynonym": "owner admin editor reviewer",
  "knowledge.health.measures": "owner admin editor reviewer analyst agent",
  "knowledge.health.readiness": "owner admin editor reviewer analyst agent",
  "knowledge.health.failing": "owner admin editor reviewer analyst agent",
  "knowledge.glossary.list": "owner admin editor reviewer analyst agent",
  "knowledge.glossary.save": "owner admin editor reviewer",
  "knowledge.glossary.delete": "owner admin editor reviewer",
  "knowledge.task.list": "owner admin editor reviewer analyst agent",
  "knowledge.task.count": "owner admin editor reviewer analyst agent",
  "knowledge.task.change": "owner admin editor reviewer",
  "knowledge.task.confirm": "owner admin editor reviewer",
  "knowledge.learning.clusters": "owner admin editor reviewer analyst agent",
  "knowledge.learning.cluster": "owner admin editor reviewer analyst agent",
  "knowledge.learning.status": "owner admin editor reviewer analyst agent",
  "knowledge.learning.decisions": "owner admin editor reviewer analyst agent",
  "knowledge.learning.look": "owner admin editor reviewer",
  "knowledge.learning.newEntry": "owner admin editor reviewer",
  "knowledge.learning.addSimilar": "owner admin editor reviewer",
  "knowledge.learning.ignore": "owner admin editor reviewer",
  "knowledge.learning.merge": "owner admin editor reviewer",
  "knowledge.learning.split": "owner admin editor reviewer",
  "knowledge.learning.undo": "owner admin editor reviewer",
  "knowledge.tests": "owner admin editor reviewer analyst agent",
  "knowledge.deleteTest": "owner admin editor reviewer",
  "knowledge.label.samples": "owner admin editor reviewer analyst agent",
  "knowledge.label.draw": "owner admin editor reviewer",
  "knowledge.label.deleteSample": "owner admin",
  "knowledge.label.next": "owner admin editor reviewer",
  "knowledge.label.save": "owner admin editor reviewer",
  "knowledge.label.skip": "owner admin editor reviewer",
  "knowledge.label.undo": "owner admin editor reviewer",
  "knowledge.label.items": "owner admin editor reviewer analyst agent",
  "knowledge.label.agreement": "owner admin editor reviewer analyst agent",
  "knowledge.label.entries": "owner admin editor reviewer analyst agent",
  "knowledge.label.adjudicate": "owner admin reviewer",
  "audit.list": "owner admin",
};

test.each(procedures.map(([path, procedure]) => ({ path, type: procedure._def.type })))(
  "$path answers exactly those whom the table names",
  async ({ path, type }) => {
    // An input that no procedure takes: who may call reads `invalid_request` or success, who may not reads why.
    const call = (client: Client) =>
      client[type === "query" ? "query" : "mutate"](path, { nobodyTakesThis: true });
    // as: paths and keys are the same (the test above).
    const expected = MATRIX[path as PolicyKey];
    const anonymous = await call(server.as(""));
    expect(anonymous.code).toBe(expected === "public" ? "invalid_request" : "unauthenticated");

    const admitted: string[] = [];
    for (const role of ROLES) {
      if (path === "member.leave") continue;
      const client = clients.get(role);
      if (client && (await call(client)).code !== "forbidden") admitted.push(role);
    }
    if (path !== "member.leave")
      expect(admitted).toEqual(expected.includes(" ") ? expected.split(" ") : [...ROLES]);
  },
);

test("a procedure that does not exist is not found, also under names of JavaScript's own", async () => {
  for (const path of ["bot.destroy", "__proto__", "constructor", "bot.__proto__", "toString"]) {
    expect((await server.as("").query(path)).status).toBe(404);
  }
});
