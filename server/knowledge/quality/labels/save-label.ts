import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { toJsonText } from "../../../db/to-json-text.ts";
import type { Actor } from "../../actor.ts";
import { countLabellers } from "./count-labellers.ts";
import { type Judgement, settleLabels } from "./settle-labels.ts";

export type ItemKey = { readonly workspaceId: string; readonly itemId: string };

type Saving = ItemKey & { readonly actor: Actor; readonly judgement: Judgement; readonly note: string };

/** After this long a label is part of the measurement and is not taken back any more. */
const UNDO_MINUTES = 10;

/** Keeps what one person says of an item. Said again before the item is settled, the later word counts. */
export async function saveLabel(
  tx: TransactionSql,
  { workspaceId, itemId, actor, judgement, note }: Saving,
): Promise<{ readonly itemId: string }> {
  const item = await lockItem(tx, { workspaceId, itemId });
  if (item.state !== "open") throw new AppError("conflict", { reason: "item_settled" });
  await insertLabel(tx, { workspaceId, itemId, kind: "label", actor, judgement, note });
  await tx`delete from label_skip where item_id = ${itemId} and user_id = ${actor.id}`;
  await settleItem(tx, { workspaceId, itemId, annotators: item.annotators });
  return { itemId };
}

/** Takes one's own last word on an item back, as long as nobody has decided on it. */
export async function undoLabel(
  tx: TransactionSql,
  { workspaceId, itemId, actor }: ItemKey & { readonly actor: Actor },
): Promise<{ readonly itemId: string }> {
  const item = await lockItem(tx, { workspaceId, itemId });
  if (item.settledBy === "adjudication") throw new AppError("conflict", { reason: "item_settled" });
  const [gone] = await tx`
    delete from label where item_id = ${itemId} and user_id = ${actor.id} and kind = 'label'
      and at > now() - make_interval(mins => ${UNDO_MINUTES}) returning item_id`;
  if (!gone) throw new AppError("conflict", { reason: "label_too_old" });
  await settleItem(tx, { workspaceId, itemId, annotators: item.annotators });
  // Whoever takes it back gets it again next.
  await tx`update label_item set lease_user_id = ${actor.id}, lease_until = now() + interval '1 minute' where id = ${itemId}`;
  return { itemId };
}

/** Puts an item off: it is free for others at once, and comes again after everything else. */
export async function skipItem(
  tx: TransactionSql,
  { workspaceId, itemId, userId }: ItemKey & { readonly userId: string },
): Promise<{ readonly itemId: string }> {
  await lockItem(tx, { workspaceId, itemId });
  await tx`insert into label_skip (item_id, user_id, workspace_id) values (${itemId}, ${userId}, ${workspaceId})
    on conflict (item_id, user_id) do update set at = clock_timestamp()`;
  await tx`update label_item set lease_user_id = null, lease_until = null where id = ${itemId} and lease_user_id = ${userId}`;
  return { itemId };
}

/** Decides where two disagree; decided again, the later word counts. */
export async function adjudicate(
  tx: TransactionSql,
  { workspaceId, itemId, actor, judgement, note }: Saving,
): Promise<{ readonly itemId: string }> {
  const item = await lockItem(tx, { workspaceId, itemId });
  if (item.state !== "disputed" && item.settledBy !== "adjudication")
    throw new AppError("conflict", { reason: "nothing_disputed" });
  await tx`delete from label where item_id = ${itemId} and kind = 'adjudication'`;
  await insertLabel(tx, { workspaceId, itemId, kind: "adjudication", actor, judgement, note });
  await writeSettled(tx, { itemId, settledBy: "adjudication", judgement });
  return { itemId };
}

type Locked = {
  readonly state: "open" | "disputed" | "settled";
  readonly settledBy: string | null;
  readonly annotators: number;
};

async function lockItem(tx: TransactionSql, { workspaceId, itemId }: ItemKey): Promise<Locked> {
  const [row] = await tx<Locked[]>`
    select i.state, i.settled_by as "settledBy", s.annotators from label_item i join label_sample s on s.id = i.sample_id
    where i.id = ${itemId} and i.workspace_id = ${workspaceId} for no key update of i`;
  if (!row) throw new AppError("not_found");
  return row;
}

type Insertion = Saving & { readonly kind: "label" | "adjudication" };

async function insertLabel(
  tx: TransactionSql,
  { workspaceId, itemId, kind, actor, judgement, note }: Insertion,
): Promise<void> {
  const { scope, verdict, relevant } = judgement;
  await tx`
    insert into label (item_id, kind, user_id, workspace_id, user_name, scope, verdict, relevant, note)
    values (${itemId}, ${kind}, ${actor.id}, ${workspaceId}, ${actor.name}, ${scope}, ${verdict},
      ${relevant === null ? null : toJsonText(relevant)}::text::jsonb, ${note})
    on conflict (item_id, kind, user_id) do update set scope = excluded.scope, verdict = excluded.verdict,
      relevant = excluded.relevant, note = excluded.note, at = now()`;
}

type Settling = ItemKey & { readonly annotators: number };

async function settleItem(tx: TransactionSql, { workspaceId, itemId, annotators }: Settling): Promise<void> {
  const labels = await tx<Judgement[]>`
    select scope, verdict, relevant from label where item_id = ${itemId} and kind = 'label' order by at, user_id`;
  // Colleagues who left give no second label: one is enough again.
  const needed = Math.min(annotators, Math.max(1, await countLabellers(tx, workspaceId)));
  const settlement = settleLabels(labels, needed);
  if (settlement.state === "settled") return writeSettled(tx, { itemId, ...settlement });
  await tx`
    update label_item set state = ${settlement.state}, settled_by = null, settled_at = null, scope = null, verdict = null,
      relevant = null, lease_user_id = null, lease_until = null where id = ${itemId}`;
}

type Writing = {
  readonly itemId: string;
  readonly settledBy: "one" | "agreement" | "adjudication";
  readonly judgement: Judgement;
};

async function writeSettled(tx: TransactionSql, { itemId, settledBy, judgement }: Writing): Promise<void> {
  const { scope, verdict, relevant } = judgement;
  await tx`
    update label_item set state = 'settled', settled_by = ${settledBy}, settled_at = now(), scope = ${scope}, verdict = ${verdict},
      relevant = ${relevant === null ? null : toJsonText(relevant)}::text::jsonb, lease_user_id = null, lease_until = null
    where id = ${itemId}`;
}
