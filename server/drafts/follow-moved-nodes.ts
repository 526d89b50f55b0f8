import type { TransactionSql } from "postgres";
import { listMovedNodes } from "#flows/editing/list-moved.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import { repointScript } from "#flows/testing/repoint-script.ts";
import { toJsonText } from "#server/db/to-json-text.ts";

type Change = { readonly botId: string; readonly before: Bundle; readonly after: Bundle };

/**
 * Points tests and comments that name a node at the flow into which it was moved: they name nodes by flow and id, and stand
 * outside of the document, so that no edit in it reaches them. Tells whether comments were among them.
 */
export async function followMovedNodes(
  tx: TransactionSql,
  { botId, before, after }: Change,
): Promise<{ readonly hasMovedComments: boolean }> {
  const moved = listMovedNodes(before, after);
  if (moved.length === 0) return { hasMovedComments: false };

  const tests = await tx<{ id: string; script: unknown }[]>`
    select id, script from flow_test where bot_id = ${botId} for update`;
  for (const { id, script } of tests) {
    // One that cannot be read any more names nothing; whoever runs it is told.
    const parsed = flowTestScriptSchema.safeParse(script).data;
    if (parsed === undefined) continue;
    const repointed = repointScript(parsed, moved);
    if (repointed === parsed) continue;
    await tx`update flow_test set script = ${toJsonText(repointed)}::text::jsonb, updated_at = now() where id = ${id}`;
  }
  const comments = await tx`
    update flow_comment c set flow_id = m.goal
    from unnest(${moved.map(({ nodeId }) => nodeId)}::text[], ${moved.map(({ from }) => from)}::text[],
      ${moved.map(({ to }) => to)}::text[]) m(node_id, origin, goal)
    where c.bot_id = ${botId} and c.flow_id = m.origin and c.node_id = m.node_id returning 1`;
  return { hasMovedComments: comments.length > 0 };
}
