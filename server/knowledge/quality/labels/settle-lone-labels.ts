import type { Sql } from "../../../db/connect.ts";
import { countLabellers } from "./count-labellers.ts";

/** Where nobody is left who could give a second label, the one that is there counts, shown as one annotator's. */
export async function settleLoneLabels(sql: Sql): Promise<void> {
  const waiting = await sql<{ workspaceId: string }[]>`
    select distinct i.workspace_id as "workspaceId" from label_item i
    where i.state = 'open' and exists (select from label l where l.item_id = i.id and l.kind = 'label')`;
  for (const { workspaceId } of waiting)
    await sql.begin(async (tx) => {
      if ((await countLabellers(tx, workspaceId)) > 1) return;
      await tx`
        update label_item i set state = 'settled', settled_by = 'one', settled_at = now(), scope = l.scope, verdict = l.verdict,
          relevant = l.relevant, lease_user_id = null, lease_until = null
        from label l
        where l.item_id = i.id and l.kind = 'label' and i.workspace_id = ${workspaceId} and i.state = 'open'`;
    });
}
