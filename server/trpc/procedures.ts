import { initTRPC, TRPCError } from "@trpc/server";
import type { TransactionSql } from "postgres";
import { AppError } from "#server/app-error.ts";
import {
  mayCall,
  type PolicyKey,
  type PublicKey,
  type SignedInKey,
  type WorkspaceKey,
} from "#server/auth/policy.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import type { Caller, Context } from "./context.ts";
import { toErrorData, toTrpcError } from "./format-error.ts";

type Meta = { readonly policy: PolicyKey };

const trpc = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error }) => {
      const { code, facts } = toErrorData(error);
      return {
        message: code,
        code: shape.code,
        data: { code, facts, httpStatus: shape.data.httpStatus, path: shape.data.path ?? null },
      };
    },
  });

/** A procedure without a policy entry is no procedure: nothing else of tRPC's builder is exported. */
const guarded = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  throw toTrpcError(result.error);
});

export const createRouter = trpc.router;

/** For anybody; it must say why it may be (`POLICY` lists it as public). */
export const publicProcedure = (policy: PublicKey) => guarded.meta({ policy });

/** For whoever is signed in, about the own account only. */
export const accountProcedure = (policy: SignedInKey) =>
  guarded.meta({ policy }).use(({ ctx, next }) => next({ ctx: { caller: toCaller(ctx) } }));

/**
 * For members whose role the policy names. Runs in one transaction that sees the caller's workspace only (`ctx.tx`); a failure
 * rolls it back. What others are to be told goes to `ctx.afterCommit`: told earlier, they would read the old state.
 */
export const workspaceProcedure = (policy: WorkspaceKey) =>
  guarded.meta({ policy }).use(async ({ ctx, next }) => {
    const caller = toCaller(ctx);
    if (!caller.member || !mayCall(caller.member.role, policy)) throw new AppError("forbidden");
    const { workspaceId, role } = caller.member;
    const actor = { id: caller.userId, name: caller.name };
    const followUps: (() => void)[] = [];
    const afterCommit = (work: () => void): void => {
      followUps.push(work);
    };
    const answer = await withWorkspace(ctx.sql, workspaceId, async (tx) => {
      const result = await next({ ctx: { tx, workspaceId, role, actor, afterCommit } });
      // tRPC hands failures back instead of throwing them; only a throw rolls the transaction back.
      if (!result.ok) throw result.error;
      return result;
    });
    for (const work of followUps) work();
    return answer;
  });

/**
 * The same for work that takes seconds beside the database: no transaction is open but those that it opens by
 * `ctx.inWorkspace`, so that it holds no connection while it thinks.
 */
export const workspaceAction = (policy: WorkspaceKey) =>
  guarded.meta({ policy }).use(async ({ ctx, next }) => {
    const caller = toCaller(ctx);
    if (!caller.member || !mayCall(caller.member.role, policy)) throw new AppError("forbidden");
    const { workspaceId, role } = caller.member;
    const actor = { id: caller.userId, name: caller.name };
    const inWorkspace = <T>(work: (tx: TransactionSql) => Promise<T>): Promise<T> =>
      withWorkspace(ctx.sql, workspaceId, work);
    return next({ ctx: { workspaceId, role, actor, inWorkspace } });
  });

function toCaller({ caller }: Context): Caller {
  if (!caller) throw new TRPCError({ code: "UNAUTHORIZED", cause: new AppError("unauthenticated") });
  return caller;
}
