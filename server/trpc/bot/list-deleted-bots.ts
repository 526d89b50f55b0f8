import { workspaceProcedure } from "../procedures.ts";

/** How long a deleted bot can be brought back. */
export const RESTORE_DAYS = 30;

const BOTS_MAX = 200;

type Row = {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
  readonly deletedAt: Date;
  /** From then on it cannot be brought back. */
  readonly until: Date;
};

/** What can still be brought back, the last one deleted first. */
export const listDeletedBots = workspaceProcedure("bot.listDeleted").query(
  ({ ctx }) => ctx.tx<Row[]>`
    select id, name, settings->'theme'->>'color' as color, deleted_at as "deletedAt",
      deleted_at + make_interval(days => ${RESTORE_DAYS}) as until
    from bot
    where workspace_id = ${ctx.workspaceId} and deleted_at > now() - make_interval(days => ${RESTORE_DAYS})
    order by deleted_at desc limit ${BOTS_MAX}`,
);
