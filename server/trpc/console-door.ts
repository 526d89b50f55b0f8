import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { TransactionSql } from "postgres";
import { AppError, ERROR_CODES } from "#server/app-error.ts";
import { assertSameOrigin } from "#server/auth/assert-same-origin.ts";
import { mayCall, type WorkspaceKey } from "#server/auth/policy.ts";
import { withWorkspace } from "#server/auth/with-workspace.ts";
import { createContext, type TrpcDeps } from "./context.ts";
import { findAppError } from "./format-error.ts";

/** Who calls a route that is no procedure, as the session says. */
export type DoorMember = {
  readonly workspaceId: string;
  readonly actor: { readonly id: string; readonly name: string };
};

/** Pages send one file after another; a person with several open gets by, a script that holds 30 MB a hundred times does not. */
const UNDER_WAY_MAX = 6;
const RETRY_AFTER_SECONDS = 5;
/** Calls under way in this process by person, whichever route they took. */
const underWay = new Map<string, number>();

type Admitted = { readonly member: DoorMember; readonly place: Place };

/**
 * For routes whose bodies are too large for a procedure. Who calls, whether they may, and how many calls of theirs are under way, is
 * settled before the body is read. To be made before the routes of `app` are, which all have to use `admit`.
 */
export function createConsoleDoor(app: FastifyInstance, deps: TrpcDeps) {
  const admitted = new WeakMap<FastifyRequest, Admitted>();
  const getAdmitted = (request: FastifyRequest): Admitted => {
    const found = admitted.get(request);
    if (!found) throw new AppError("unauthenticated");
    return found;
  };
  const getMember = (request: FastifyRequest): DoorMember => getAdmitted(request).member;
  app.addHook("onRoute", (route) => {
    const { handler } = route;
    route.handler = function (request, reply) {
      const { place } = getAdmitted(request);
      if (reply.raw.closed) throw new AppError("busy");
      const work = handler.call(this, request, reply);
      place.keepFor(work);
      return work;
    };
  });
  return {
    /** Who was admitted. */
    getMember,
    /** An `onRequest` hook. */
    admit: (policy: WorkspaceKey) => async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header("cache-control", "no-store");
      assertSameOrigin(request, deps.publicUrl);
      const { caller } = await createContext(deps, { req: request, res: reply });
      if (!caller) throw new AppError("unauthenticated");
      if (!caller.member || !mayCall(caller.member.role, policy)) throw new AppError("forbidden");
      const place = takePlace(caller.userId, reply);
      const { workspaceId } = caller.member;
      admitted.set(request, {
        member: { workspaceId, actor: { id: caller.userId, name: caller.name } },
        place,
      });
    },
    inWorkspace: <T>(
      request: FastifyRequest,
      work: (tx: TransactionSql, member: DoorMember) => Promise<T>,
    ): Promise<T> => {
      const member = getMember(request);
      return withWorkspace(deps.sql, member.workspaceId, (tx) => work(tx, member));
    },
  };
}

type Place = { keepFor(work: unknown): void };

/**
 * Given back when the answer is out or the caller has gone, and the handler has ended: while it works or waits for its turn it holds
 * the body, and a script that sends, goes and sends again would fill the memory.
 */
function takePlace(userId: string, reply: FastifyReply): Place {
  // Who has gone while it was looked up who they are never closes again: their place would be lost.
  if (reply.raw.closed) throw new AppError("busy");
  const count = underWay.get(userId) ?? 0;
  if (count >= UNDER_WAY_MAX) {
    reply.header("retry-after", String(RETRY_AFTER_SECONDS));
    throw new AppError("rate_limited", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  underWay.set(userId, count + 1);
  let kept: unknown;
  reply.raw.once("close", async () => {
    await Promise.allSettled([kept]);
    const left = (underWay.get(userId) ?? 1) - 1;
    if (left > 0) underWay.set(userId, left);
    else underWay.delete(userId);
  });
  return {
    keepFor: (work) => {
      kept = work;
    },
  };
}

/** Failures in the form in which procedures tell them, so that faces read one kind only. */
export function sendDoorFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, facts } = toKnown(error);
  if (code === "internal") request.log.error({ err: error }, "a file could not be moved");
  return reply.status(ERROR_CODES[code].status).send({ error: { message: code, data: { code, facts } } });
}

function toKnown(error: unknown): Pick<AppError, "code" | "facts"> {
  const known = findAppError(error);
  if (known) return known;
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : 500;
  if (status === 413) return { code: "payload_too_large", facts: {} };
  if (status === 415) return { code: "unsupported_media_type", facts: {} };
  return { code: status === 400 ? "invalid_request" : "internal", facts: {} };
}
