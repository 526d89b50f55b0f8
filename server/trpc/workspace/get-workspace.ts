import { AppError } from "#server/app-error.ts";
import { workspaceProcedure } from "../procedures.ts";

type Row = { readonly id: string; readonly name: string; readonly createdAt: Date };

export const getWorkspace = workspaceProcedure("workspace.get").query(async ({ ctx }) => {
  const [row] = await ctx.tx<Row[]>`select id, name, created_at as "createdAt" from workspace`;
  if (!row) throw new AppError("not_found");
  return row;
});
