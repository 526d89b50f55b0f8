import { listAudit } from "./audit/list-audit.ts";
import { createBot } from "./bot/create-bot.ts";
import { deleteBot } from "./bot/delete-bot.ts";
import { duplicateBot } from "./bot/duplicate-bot.ts";
import { getBot } from "./bot/get-bot.ts";
import { getBotLosses } from "./bot/get-bot-losses.ts";
import { getEmbedSnippet } from "./bot/get-embed-snippet.ts";
import { listBots } from "./bot/list-bots.ts";
import { listDeletedBots } from "./bot/list-deleted-bots.ts";
import { pauseBot } from "./bot/pause-bot.ts";
import { renameBot } from "./bot/rename-bot.ts";
import { restoreBot } from "./bot/restore-bot.ts";
import { resumeBot } from "./bot/resume-bot.ts";
import { rotateIdentitySecret } from "./bot/rotate-identity-secret.ts";
import { updateSettings } from "./bot/update-settings.ts";
import { addMemberComment } from "./comment/add-comment.ts";
import { listComments } from "./comment/list-comments.ts";
import { countUnread, listPeople, markRead } from "./comment/mentions.ts";
import { resolveComment } from "./comment/resolve-comment.ts";
import { getConversation } from "./conversation/get-conversation.ts";
import { listConversations } from "./conversation/list-conversations.ts";
import { getDraftProcedure } from "./draft/get-draft.ts";
import { listDraftChanges } from "./draft/list-changes.ts";
import { listRecoveries, resolveRecovery } from "./draft/recoveries.ts";
import { saveDraftProcedure } from "./draft/save-draft.ts";
import { createSnapshot, getSnapshot, listSnapshots, restoreSnapshot } from "./draft/snapshots.ts";
import { tellPresence } from "./draft/tell-presence.ts";
import { acceptInvitation } from "./invitation/accept-invitation.ts";
import { createInvitation } from "./invitation/create-invitation.ts";
import { listInvitations } from "./invitation/list-invitations.ts";
import { peekInvitation } from "./invitation/peek-invitation.ts";
import { revokeInvitation } from "./invitation/revoke-invitation.ts";
import { knowledgeProcedures } from "./knowledge/index.ts";
import { getMe } from "./me/get-me.ts";
import { listSessions } from "./me/list-sessions.ts";
import { renameMe } from "./me/rename-me.ts";
import { revokeSession } from "./me/revoke-session.ts";
import { setPreferences } from "./me/set-preferences.ts";
import { switchWorkspace } from "./me/switch-workspace.ts";
import { changeRole } from "./member/change-role.ts";
import { leaveWorkspace } from "./member/leave-workspace.ts";
import { listMembers } from "./member/list-members.ts";
import { removeMember } from "./member/remove-member.ts";
import { setDisabled } from "./member/set-disabled.ts";
import { examinePreview } from "./preview/examine.ts";
import { getRecording } from "./preview/get-recording.ts";
import { listExaminationsPreview } from "./preview/list-examinations.ts";
import { matchPreview } from "./preview/match.ts";
import { createRouter } from "./procedures.ts";
import { checkRelease } from "./release/check-release.ts";
import { getPublishProgress } from "./release/get-publish-progress.ts";
import { getRelease } from "./release/get-release.ts";
import { changeGray, promoteGray, startGray, stopGray } from "./release/gray.ts";
import { publish } from "./release/publish.ts";
import { rollBack } from "./release/roll-back.ts";
import { completeSetup } from "./setup/complete-setup.ts";
import { getSetupStatus } from "./setup/get-setup-status.ts";
import { createSuiteProcedure, deleteSuite, renameSuite, setRequired } from "./test/change-suite.ts";
import { createTest, deleteTest, moveTest, updateTest } from "./test/change-test.ts";
import { getTest } from "./test/get-test.ts";
import { keepConversation } from "./test/keep-conversation.ts";
import { listSuites } from "./test/list-suites.ts";
import { getBatch, getRun, getTestResult, listRuns } from "./test/runs.ts";
import { cancelRun, runTests, startBatch } from "./test/start-runs.ts";
import { addTesterComment } from "./tester/add-comment.ts";
import { createTesterLink } from "./tester/create-link.ts";
import { listTesterLinks } from "./tester/list-links.ts";
import { matchForTester } from "./tester/match.ts";
import { openTesterLink } from "./tester/open-link.ts";
import { revokeTesterLink } from "./tester/revoke-link.ts";
import { getVersion } from "./version/get-version.ts";
import { listVersions } from "./version/list-versions.ts";
import { restoreToDraft } from "./version/restore-to-draft.ts";
import { getWorkspace } from "./workspace/get-workspace.ts";
import { renameWorkspace } from "./workspace/rename-workspace.ts";

/** Every procedure of the console. Its path is the key of its policy (a test compares the two). */
export const appRouter = createRouter({
  setup: { status: getSetupStatus, complete: completeSetup },
  me: {
    get: getMe,
    rename: renameMe,
    setPreferences,
    listSessions,
    revokeSession,
    switchWorkspace,
  },
  workspace: { get: getWorkspace, rename: renameWorkspace },
  member: { list: listMembers, changeRole, setDisabled, remove: removeMember, leave: leaveWorkspace },
  invitation: {
    peek: peekInvitation,
    accept: acceptInvitation,
    list: listInvitations,
    create: createInvitation,
    revoke: revokeInvitation,
  },
  bot: {
    list: listBots,
    get: getBot,
    create: createBot,
    duplicate: duplicateBot,
    rename: renameBot,
    getLosses: getBotLosses,
    delete: deleteBot,
    listDeleted: listDeletedBots,
    restore: restoreBot,
    pause: pauseBot,
    resume: resumeBot,
    updateSettings,
    rotateIdentitySecret,
    embedSnippet: getEmbedSnippet,
  },
  draft: {
    get: getDraftProcedure,
    changes: listDraftChanges,
    save: saveDraftProcedure,
    presence: tellPresence,
    snapshots: listSnapshots,
    getSnapshot,
    createSnapshot,
    restore: restoreSnapshot,
    recoveries: listRecoveries,
    resolveRecovery,
  },
  version: { list: listVersions, get: getVersion, restoreToDraft },
  release: {
    check: checkRelease,
    get: getRelease,
    publish,
    publishing: getPublishProgress,
    rollBack,
    startGray,
    changeGray,
    promoteGray,
    stopGray,
  },
  conversation: { list: listConversations, get: getConversation },
  preview: {
    match: matchPreview,
    examine: examinePreview,
    examinations: listExaminationsPreview,
    recording: getRecording,
  },
  tester: {
    create: createTesterLink,
    list: listTesterLinks,
    revoke: revokeTesterLink,
    open: openTesterLink,
    match: matchForTester,
    comment: addTesterComment,
  },
  comment: {
    list: listComments,
    add: addMemberComment,
    resolve: resolveComment,
    people: listPeople,
    unread: countUnread,
    markRead,
  },
  test: {
    suites: listSuites,
    createSuite: createSuiteProcedure,
    renameSuite,
    setRequired,
    deleteSuite,
    get: getTest,
    create: createTest,
    update: updateTest,
    move: moveTest,
    delete: deleteTest,
    fromConversation: keepConversation,
    run: runTests,
    startBatch,
    cancelRun,
    runs: listRuns,
    getRun,
    getResult: getTestResult,
    getBatch,
  },
  knowledge: knowledgeProcedures,
  audit: { list: listAudit },
});

export type AppRouter = typeof appRouter;
