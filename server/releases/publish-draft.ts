import type { TransactionSql } from "postgres";
import type { Role } from "../../drizzle/schema/member.ts";
import type { GrayAudience, GrayGuard } from "../../drizzle/schema/release.ts";
import type { Bundle } from "../../flows/kernel/flow.ts";
import type { DefinitionRegistry } from "../../flows/kernel/registry.ts";
import { type Problem, validateBundle } from "../../flows/kernel/validate.ts";
import { AppError } from "../app-error.ts";
import { recordAudit } from "../auth/audit.ts";
import { listChannels } from "../bots/list-channels.ts";
import { type DraftKey, getDraft } from "../drafts/get-draft.ts";
import { listKnownBases } from "../knowledge/bases/list-known-bases.ts";
import { sayWhyLost } from "../live/learn-in-thread.ts";
import {
  findGate,
  type Gate,
  startRequiredRun,
  type TestReport,
  toTestReport,
} from "../testing/publish-gate.ts";
import { type CompiledBundle, compileVersionInThread } from "./compile-in-thread.ts";
import { goLive } from "./go-live.ts";
import { keepRefusal } from "./keep-refusal.ts";
import { listAuthorsSince } from "./list-authors-since.ts";
import type { PublishProgress } from "./publish-progress.ts";
import { startGray } from "./start-gray.ts";
import type { RunningTalks } from "./take-talks-along.ts";
import { type WrittenVersion, writeVersion } from "./write-version.ts";

export type DraftPublication = DraftKey & {
  /** The rev that the publisher saw; a newer draft is a conflict, never published unseen. */
  readonly draftRev: number;
  readonly note: string;
  readonly running: RunningTalks;
  /** Only some customers get the version, until it is promoted. */
  readonly gray: { readonly audience: GrayAudience; readonly guard: GrayGuard } | null;
  /** Why it goes out although required tests failed or have not run; only some roles may say so. */
  readonly override: { readonly role: Role; readonly reason: string } | null;
  readonly actor: { readonly id: string; readonly name: string };
};

export type DraftPublished =
  | ({ readonly type: "published"; readonly isGray: boolean } & WrittenVersion)
  | { readonly type: "refused"; readonly problems: readonly Problem[] }
  | { readonly type: "tests-failed"; readonly gate: Gate }
  /** Required tests had not run on this very draft; now they do, and it can be published when they have passed. */
  | { readonly type: "tests-running"; readonly runId: string };

type Deps = {
  readonly registry: DefinitionRegistry;
  /** Opens one short transaction of the workspace; learning happens between two of them. */
  inWorkspace<T>(work: (tx: TransactionSql) => Promise<T>): Promise<T>;
  wakeTests(runId: string): void;
  /** Told what is done, and how far the learning is; nothing before the bot was found in the publisher's workspace. */
  onStep?(step: PublishProgress["step"]): void;
};

/**
 * Makes an immutable version of the draft that the publisher saw, and serves new talks with it. Everything is checked again here.
 * The same draft published twice at once is one version.
 */
export async function publishDraft(deps: Deps, publication: DraftPublication): Promise<DraftPublished> {
  const { bundle, channels, bases, gate } = await deps.inWorkspace(async (tx) => {
    const found = await findGate(tx, publication);
    return {
      bundle: await readDraft(tx, publication),
      channels: await listChannels(tx, publication),
      bases: await listKnownBases(tx, publication.workspaceId),
      gate: found,
    };
  });
  deps.onStep?.({ type: "checking" });
  const problems = validateBundle(bundle, deps.registry, { channels, bases });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    await deps.inWorkspace((tx) => keepRefusal(tx, { ...publication, problems: errors }));
    return { type: "refused", problems: errors };
  }
  if (publication.override === null) {
    if (gate.verdict === "failed") return { type: "tests-failed", gate };
    if (gate.verdict === "missing") return runTests(deps, publication);
  }
  const testReport = toTestReport(gate, publication.override);
  const compiled = await learnOnce(deps, { publication, bundle });
  deps.onStep?.({ type: "releasing" });
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return deps.inWorkspace((tx) => release(tx, { publication, compiled, warnings, testReport }));
}

/** By bot and rev: a second click, of whoever it is, waits for what the first one began. */
const underWay = new Map<string, Promise<CompiledBundle>>();

type Lesson = { readonly publication: DraftPublication; readonly bundle: Bundle };

function learnOnce({ onStep }: Deps, { publication, bundle }: Lesson): Promise<CompiledBundle> {
  const key = `${publication.botId}/${publication.draftRev}`;
  const known = underWay.get(key);
  if (known !== undefined) return known;
  const learning = compileVersionInThread(bundle, {
    rank: "publishing",
    onWait: (ahead) => onStep?.({ type: "waiting", ahead }),
    onProgress: (progress) => onStep?.({ type: "learning", ...progress }),
  });
  const begun = sayWhyLost("learning", learning).finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}

async function runTests(
  deps: Deps,
  { botId, workspaceId, actor }: DraftPublication,
): Promise<DraftPublished> {
  const run = await deps.inWorkspace((tx) =>
    startRequiredRun(tx, { botId, workspaceId, authorName: actor.name }),
  );
  if (run === null) throw new AppError("busy");
  deps.wakeTests(run.runId);
  return { type: "tests-running", runId: run.runId };
}

async function readDraft(tx: TransactionSql, publication: DraftPublication): Promise<Bundle> {
  const { bundle, rev } = await getDraft(tx, publication);
  if (rev === publication.draftRev) return bundle;
  const { botId, draftRev } = publication;
  const authors = await listAuthorsSince(tx, { botId, rev: draftRev });
  throw new AppError("conflict", { reason: "draft_changed", rev, authors });
}

type Release = {
  readonly publication: DraftPublication;
  readonly compiled: CompiledBundle;
  readonly warnings: readonly Problem[];
  readonly testReport: TestReport | null;
};

async function release(
  tx: TransactionSql,
  { publication, compiled, warnings, testReport }: Release,
): Promise<DraftPublished> {
  const { botId, workspaceId, draftRev, note, running, gray, actor } = publication;
  const [bot] = await tx<{ name: string }[]>`
    select name from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null for no key update`;
  if (!bot) throw new AppError("not_found");
  const isGray = gray !== null;
  const same = await findSame(tx, { botId, draftRev, contentHash: compiled.contentHash });
  if (same) return { type: "published", isGray, ...same };
  await refuseOvertaken(tx, publication);

  const version = await writeVersion(tx, compiled, {
    ...{ botId, workspaceId, note, draftRev, warnings, authorId: actor.id },
    testReport,
  });
  const going = { ...version, botId, workspaceId, actor };
  if (gray) await startGray(tx, { ...going, ...gray });
  else await goLive(tx, { ...going, kind: "published", running, facts: { note } });
  await recordAudit(tx, {
    ...{ workspaceId, actor, action: "version-published", target: bot.name },
    facts: {
      number: version.number,
      running,
      isGray,
      ...(testReport?.override ? { override: testReport.override } : {}),
    },
  });
  return { type: "published", isGray, ...version };
}

/** A small change may be learned sooner than the large one before it, which then must not come to customers as the newest. */
async function refuseOvertaken(
  tx: TransactionSql,
  { botId, draftRev }: Pick<DraftPublication, "botId" | "draftRev">,
): Promise<void> {
  const [newer] = await tx`
    select from flow_version where bot_id = ${botId} and draft_rev > ${draftRev} limit 1`;
  if (newer) throw new AppError("conflict", { reason: "newer_published" });
}

/** What a second click would publish again: the newest version is of this very draft and serves already. */
async function findSame(
  tx: TransactionSql,
  draft: { readonly botId: string; readonly draftRev: number; readonly contentHash: string },
): Promise<WrittenVersion | null> {
  const [newest] = await tx<WrittenVersion[]>`
    select v.id as "versionId", v.number from flow_version v join bot b on b.id = v.bot_id
    where v.bot_id = ${draft.botId} and v.draft_rev = ${draft.draftRev} and v.content_hash = ${draft.contentHash}
      and v.number = (select max(number) from flow_version where bot_id = ${draft.botId})
      and (b.live_version_id = v.id or exists (
        select from gray_release g where g.bot_id = b.id and g.version_id = v.id and g.state in ('running', 'halted')))`;
  return newest ?? null;
}
