import type { TransactionSql } from "postgres";
import { type Bundle, bundleSchema, FLOW_SCHEMA } from "#flows/kernel/flow.ts";
import { parseBundle } from "#flows/kernel/migrate.ts";
import { AppError } from "#server/app-error.ts";
import { toJsonText } from "#server/db/to-json-text.ts";

export type DraftKey = { readonly workspaceId: string; readonly botId: string };

export type Draft = { readonly bundle: Bundle; readonly rev: number; readonly updatedAt: Date };

/** The draft as it is saved now; `not_found` for unknown, deleted and foreign bots alike. A bot without one gets a draft of its live version. */
export async function getDraft(tx: TransactionSql, key: DraftKey): Promise<Draft> {
  return (await findDraft(tx, key, "read")) ?? (await createDraft(tx, key));
}

/** The same, and nobody else may change it before this transaction ends. */
export async function lockDraft(tx: TransactionSql, key: DraftKey): Promise<Draft> {
  const draft = await findDraft(tx, key, "lock");
  if (draft) return draft;
  await createDraft(tx, key);
  return (await findDraft(tx, key, "lock")) ?? notFound();
}

type Row = { readonly bundle: unknown; readonly rev: number; readonly updatedAt: Date };

async function findDraft(tx: TransactionSql, key: DraftKey, mode: "read" | "lock"): Promise<Draft | null> {
  const [row] = await tx<Row[]>`
    select d.bundle, d.rev, d.updated_at as "updatedAt" from flow_draft d
    join bot b on b.id = d.bot_id
    where d.bot_id = ${key.botId} and d.workspace_id = ${key.workspaceId} and b.deleted_at is null
    ${mode === "lock" ? tx`for update of d` : tx``}`;
  return row ? { ...row, bundle: isCurrent(row.bundle) ? row.bundle : toBundle(row.bundle) } : null;
}

async function createDraft(tx: TransactionSql, { workspaceId, botId }: DraftKey): Promise<Draft> {
  const [bot] = await tx<{ bundle: unknown }[]>`
    select v.bundle from bot b left join flow_version v on v.id = b.live_version_id
    where b.id = ${botId} and b.workspace_id = ${workspaceId} and b.deleted_at is null`;
  if (!bot) return notFound();
  const bundle = bot.bundle === null ? toBlankBundle() : toBundle(bot.bundle);
  // Two editors that open an old bot at once make it once.
  await tx`insert into flow_draft (bot_id, workspace_id, bundle)
    values (${botId}, ${workspaceId}, ${toJsonText(bundle)}::text::jsonb) on conflict (bot_id) do nothing`;
  return { bundle, rev: 1, updatedAt: new Date() };
}

/** A start that says nothing yet: what an empty canvas holds. */
export function toBlankBundle(): Bundle {
  return bundleSchema.parse({
    flow: {
      schema: FLOW_SCHEMA,
      nodes: [{ id: "start", kind: "start", version: 1, position: { x: 80, y: 160 }, config: {} }],
      edges: [],
    },
  });
}

/** A draft was checked when it was written, part by part; reading 20,000 questions through for each letter would block everybody. */
function isCurrent(stored: unknown): stored is Bundle {
  if (typeof stored !== "object" || stored === null || !("flow" in stored) || !("subflows" in stored))
    return false;
  const flows = [stored.flow, ...Object.values(stored.subflows ?? {})];
  return flows.every((flow) => typeof flow === "object" && flow !== null && flow.schema === FLOW_SCHEMA);
}

/** Versions and drafts of an older shape are upgraded at this one door. */
function toBundle(stored: unknown): Bundle {
  const parsed = parseBundle(stored);
  if (!parsed.ok) throw new Error(`a stored draft cannot be read: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.value;
}

function notFound(): never {
  throw new AppError("not_found");
}
