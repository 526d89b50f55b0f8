import { ROLES, type Role } from "#drizzle/schema/member.ts";

const everyone = ROLES;
const managers = ["owner", "admin"] as const satisfies readonly Role[];
/** Who sees to it that a bot answers as it should, with or without drawing it. */
const testers = ["owner", "admin", "editor", "reviewer"] as const satisfies readonly Role[];
/** Who answers for what customers are told. */
const approvers = ["owner", "admin", "reviewer"] as const satisfies readonly Role[];
/** Who works on what customers are told, in talks or at the desk. */
const writers = ["owner", "admin", "editor", "reviewer", "agent"] as const satisfies readonly Role[];
const builders = ["owner", "admin", "editor"] as const satisfies readonly Role[];

/**
 * Who may call what; the only place that decides it. A procedure takes its guard from here by its own path, so one that is
 * not listed does not compile, and nobody may call it.
 *
 * `public`: anybody, even without an account. `signed-in`: about one's own account, in no workspace.
 */
export const POLICY = {
  "setup.status": "public",
  "setup.complete": "public",
  "invitation.peek": "public",
  "invitation.accept": "public",
  "tester.open": "public",
  "tester.match": "public",
  "tester.comment": "public",

  "me.get": "signed-in",
  "me.rename": "signed-in",
  "me.setPreferences": "signed-in",
  "me.listSessions": "signed-in",
  "me.revokeSession": "signed-in",
  "me.switchWorkspace": "signed-in",

  "workspace.get": everyone,
  "workspace.rename": managers,

  "member.list": managers,
  "member.changeRole": managers,
  "member.setDisabled": managers,
  "member.remove": managers,
  "member.leave": everyone,

  "invitation.list": managers,
  "invitation.create": managers,
  "invitation.revoke": managers,

  "bot.list": everyone,
  "bot.get": everyone,
  "bot.create": builders,
  "bot.duplicate": builders,
  "bot.rename": builders,
  "bot.getLosses": managers,
  "bot.delete": managers,
  "bot.listDeleted": managers,
  "bot.restore": managers,
  "bot.pause": builders,
  "bot.resume": builders,
  "bot.updateSettings": builders,
  "bot.rotateIdentitySecret": managers,
  "bot.embedSnippet": everyone,

  "draft.get": everyone,
  "draft.changes": everyone,
  "draft.save": builders,
  "draft.presence": everyone,
  "draft.snapshots": everyone,
  "draft.getSnapshot": everyone,
  "draft.createSnapshot": builders,
  "draft.restore": builders,
  "draft.recoveries": everyone,
  "draft.resolveRecovery": builders,

  "version.list": everyone,
  "version.get": everyone,
  "version.restoreToDraft": builders,

  "release.check": everyone,
  "release.get": everyone,
  "release.publish": builders,
  "release.publishing": everyone,
  "release.rollBack": builders,
  "release.startGray": builders,
  "release.changeGray": builders,
  "release.promoteGray": builders,
  "release.stopGray": builders,

  "conversation.list": everyone,
  "conversation.get": everyone,

  "preview.match": everyone,
  "preview.examine": everyone,
  "preview.examinations": everyone,
  "preview.recording": testers,

  "tester.create": testers,
  "tester.list": testers,
  "tester.revoke": testers,

  "comment.list": everyone,
  "comment.people": testers,
  "comment.unread": everyone,
  "comment.markRead": everyone,
  "comment.add": testers,
  "comment.resolve": testers,

  "test.suites": everyone,
  "test.createSuite": testers,
  "test.renameSuite": testers,
  "test.setRequired": managers,
  "test.deleteSuite": builders,
  "test.get": everyone,
  "test.create": testers,
  "test.update": testers,
  "test.move": testers,
  "test.delete": testers,
  "test.fromConversation": testers,
  "test.run": testers,
  "test.startBatch": testers,
  "test.cancelRun": testers,
  "test.runs": everyone,
  "test.getRun": everyone,
  "test.getResult": everyone,
  "test.getBatch": everyone,

  "knowledge.bases": everyone,
  "knowledge.base": everyone,
  "knowledge.createBase": builders,
  "knowledge.updateBase": builders,
  "knowledge.setFourEyes": managers,
  "knowledge.deleteBase": managers,
  "knowledge.deletedBases": managers,
  "knowledge.restoreBase": managers,
  "knowledge.entries": everyone,
  "knowledge.tags": everyone,
  "knowledge.entry": everyone,
  "knowledge.createEntry": testers,
  "knowledge.updateEntry": testers,
  "knowledge.changeEntries": testers,
  "knowledge.changeStates": testers,
  "knowledge.approve": approvers,
  "knowledge.history": everyone,
  "knowledge.compareRevisions": everyone,
  "knowledge.restoreRevision": testers,
  "knowledge.checkEntry": everyone,
  "knowledge.trySentence": everyone,
  "knowledge.releases": everyone,
  "knowledge.compareReleases": everyone,
  "knowledge.releaseProgress": everyone,
  "knowledge.release": testers,
  "knowledge.rollBack": testers,
  "knowledge.categories": everyone,
  "knowledge.createCategory": testers,
  "knowledge.updateCategory": testers,
  "knowledge.deleteCategory": testers,
  "knowledge.synonyms": everyone,
  "knowledge.saveSynonym": testers,
  "knowledge.deleteSynonym": testers,
  "knowledge.vectors.provider": managers,
  "knowledge.vectors.models": managers,
  "knowledge.vectors.tryProvider": managers,
  "knowledge.vectors.saveProvider": managers,
  "knowledge.vectors.removeProvider": managers,
  "knowledge.vectors.state": everyone,
  "knowledge.vectors.retry": testers,
  "knowledge.vectors.cancel": testers,
  "knowledge.document.list": everyone,
  "knowledge.document.tags": everyone,
  "knowledge.document.get": everyone,
  "knowledge.document.passages": everyone,
  "knowledge.document.search": everyone,
  "knowledge.document.addPage": testers,
  "knowledge.document.update": testers,
  "knowledge.document.retry": testers,
  "knowledge.document.cancel": testers,
  "knowledge.document.editPassage": testers,
  "knowledge.document.delete": builders,
  "knowledge.document.restore": builders,
  "knowledge.case.list": everyone,
  "knowledge.case.tags": everyone,
  "knowledge.case.get": everyone,
  "knowledge.case.history": everyone,
  "knowledge.case.draft": writers,
  // Whoever talks with customers may write down what came of it; others answer for it.
  "knowledge.case.create": writers,
  "knowledge.case.update": testers,
  "knowledge.case.move": testers,
  "knowledge.case.approve": approvers,
  "knowledge.case.delete": testers,
  "knowledge.case.restore": testers,
  "knowledge.health.measures": everyone,
  "knowledge.health.readiness": everyone,
  "knowledge.health.failing": everyone,
  "knowledge.glossary.list": everyone,
  "knowledge.glossary.save": testers,
  "knowledge.glossary.delete": testers,
  "knowledge.task.list": everyone,
  "knowledge.task.count": everyone,
  "knowledge.task.change": testers,
  "knowledge.task.confirm": testers,
  "knowledge.learning.clusters": everyone,
  "knowledge.learning.cluster": everyone,
  "knowledge.learning.status": everyone,
  "knowledge.learning.decisions": everyone,
  "knowledge.learning.look": testers,
  "knowledge.learning.newEntry": testers,
  "knowledge.learning.addSimilar": testers,
  "knowledge.learning.ignore": testers,
  "knowledge.learning.merge": testers,
  "knowledge.learning.split": testers,
  "knowledge.learning.undo": testers,
  "knowledge.tests": everyone,
  "knowledge.deleteTest": testers,
  "knowledge.label.samples": everyone,
  "knowledge.label.draw": testers,
  "knowledge.label.deleteSample": managers,
  "knowledge.label.next": testers,
  "knowledge.label.save": testers,
  "knowledge.label.skip": testers,
  "knowledge.label.undo": testers,
  "knowledge.label.items": everyone,
  "knowledge.label.agreement": everyone,
  "knowledge.label.entries": everyone,
  "knowledge.label.adjudicate": approvers,
  "knowledge.graph.facts": everyone,
  "knowledge.graph.sources": everyone,
  "knowledge.graph.entities": everyone,
  "knowledge.graph.entity": everyone,
  "knowledge.graph.map": everyone,
  "knowledge.graph.names": everyone,
  "knowledge.graph.decide": testers,
  "knowledge.graph.decideAll": testers,
  "knowledge.graph.addFact": testers,
  "knowledge.graph.updateFact": testers,
  "knowledge.graph.updateEntity": testers,
  "knowledge.graph.merge": testers,
  "knowledge.graph.separate": testers,

  "audit.list": managers,
} as const satisfies Readonly<Record<string, "public" | "signed-in" | readonly Role[]>>;

export type PolicyKey = keyof typeof POLICY;
export type PublicKey = { [K in PolicyKey]: (typeof POLICY)[K] extends "public" ? K : never }[PolicyKey];
export type SignedInKey = { [K in PolicyKey]: (typeof POLICY)[K] extends "signed-in" ? K : never }[PolicyKey];
export type WorkspaceKey = Exclude<PolicyKey, PublicKey | SignedInKey>;

export function mayCall(role: Role, key: WorkspaceKey): boolean {
  const roles: readonly Role[] = POLICY[key];
  return roles.includes(role);
}

/** Only owners make, change or remove owners: else an admin could take the workspace over. */
export function mayManageRole(actor: Role, target: Role): boolean {
  return actor === "owner" || (actor === "admin" && target !== "owner");
}

/** What a role may call, for faces that hide what would be refused anyway. */
export function listPermissions(role: Role): readonly WorkspaceKey[] {
  const keys = Object.entries(POLICY).flatMap(([key, rule]) => (Array.isArray(rule) ? [key] : []));
  // Object.entries forgets the key type; the rows with a list of roles are exactly the workspace keys.
  return (keys as WorkspaceKey[]).filter((key) => mayCall(role, key));
}
