import type { FastifyReply, FastifyRequest } from "fastify";
import type { Role } from "#drizzle/schema/member.ts";
import type { Auth } from "#server/auth/create-auth.ts";
import { toHeaders } from "#server/auth/mount-auth.ts";
import type { SecretBox } from "#server/auth/secret-box.ts";
import type { Sql } from "#server/db/connect.ts";
import { toAddressKey } from "#server/http/client-address.ts";
import type { PassageStore } from "#server/knowledge/documents/search/passage-store.ts";
import type { LocalModels } from "#server/knowledge/embedding/local/create-local-models.ts";
import type { Meanings } from "#server/knowledge/embedding/meanings.ts";
import type { GraphStore } from "#server/knowledge/graph/serve/graph-store.ts";
import type { ConsoleBus } from "#server/live/console-bus.ts";
import type { OutboundClient } from "#server/net/create-outbound-client.ts";
import type { KnowledgeStore } from "#server/runtime/knowledge-store.ts";

export type TrpcDeps = {
  readonly sql: Sql;
  readonly auth: Auth;
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
  /** Tells open pages of the console that something is new. */
  readonly consoleBus: ConsoleBus;
  readonly background: BackgroundDoor;
  readonly knowledge: KnowledgeStore;
  readonly passages: PassageStore;
  readonly meanings: Meanings;
  /** Models that turn texts into vectors on this machine. */
  readonly models: LocalModels;
  readonly graphs: GraphStore;
  /** The one way to the outside. */
  readonly outbound: OutboundClient;
  /** Lets the customers of this very process feel a release at once; other processes follow within two seconds. */
  readonly forgetBots: () => void;
  /** The same for releases of knowledge bases. */
  readonly forgetKnowledge: () => void;
};

/** Wakes whoever works beside customers' turns (see `server/boot/list-chores.ts`); to be called after the commit that made the work. */
export type BackgroundDoor = {
  wake(chore: "testing" | "ingestion" | "words" | "learning" | "checks", id?: string): void;
};

/** Who calls, as the session says; nothing of it comes from the request's body. */
export type Caller = {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly hasTwoFactor: boolean;
  readonly locale: string | null;
  readonly theme: string | null;
  /** Null when the account belongs to no workspace (any more). */
  readonly member: { readonly workspaceId: string; readonly role: Role } | null;
};

export type Context = TrpcDeps & { readonly addressKey: string; readonly caller: Caller | null };

/** Reads the session once a request, however many procedures the request batches. */
export async function createContext(
  deps: TrpcDeps,
  { req, res }: { readonly req: FastifyRequest; readonly res: FastifyReply },
): Promise<Context> {
  const { headers, response: found } = await deps.auth.api.getSession({
    headers: toHeaders(req, deps.publicUrl),
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) res.header("set-cookie", cookie);
  const addressKey = toAddressKey(req.ip);
  if (!found) return { ...deps, addressKey, caller: null };
  const { session, user } = found;
  const caller: Caller = {
    sessionId: session.id,
    userId: user.id,
    name: user.name,
    email: user.email,
    hasTwoFactor: user.twoFactorEnabled ?? false,
    locale: user.locale ?? null,
    theme: user.theme ?? null,
    member: session.activeWorkspaceId ? await findMember(deps.sql, session.activeWorkspaceId, user.id) : null,
  };
  return { ...deps, addressKey, caller };
}

async function findMember(sql: Sql, workspaceId: string, userId: string): Promise<Caller["member"]> {
  const [row] = await sql<{ workspaceId: string; role: Role }[]>`
    select workspace_id as "workspaceId", role from member
    where workspace_id = ${workspaceId} and user_id = ${userId} and disabled_at is null`;
  return row ?? null;
}
