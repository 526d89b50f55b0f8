import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError, ERROR_CODES } from "#server/app-error.ts";
import type { Sql } from "#server/db/connect.ts";
import { toAddressKey } from "#server/http/client-address.ts";
import { assertSameOrigin } from "./assert-same-origin.ts";
import { type Auth, CLIENT_ADDRESS_HEADER } from "./create-auth.ts";
import { findPasswordProblem } from "./password-rules.ts";
import { accountKey, addressKey, countTry, forgiveTry } from "./throttle.ts";

type MountDeps = { readonly sql: Sql; readonly auth: Auth; readonly publicUrl: string };

const BODY_BYTES_MAX = 16 * 1024;

/**
 * All of the library that can be reached; everything else of it is 404. `isGuess`: the body holds a secret that could be guessed,
 * so tries are counted by account and by address.
 */
const ENDPOINTS = {
  "POST /sign-in/email": { isGuess: true },
  "POST /sign-out": { isGuess: false },
  "POST /change-password": { isGuess: true },
  "POST /two-factor/enable": { isGuess: true },
  "POST /two-factor/disable": { isGuess: true },
  "POST /two-factor/verify-totp": { isGuess: true },
  "POST /two-factor/verify-backup-code": { isGuess: true },
} as const satisfies Readonly<Record<string, { readonly isGuess: boolean }>>;

const bodySchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()]));
type Body = z.infer<typeof bodySchema>;

/** Serves sign-in, sign-out, password and second factor under `/auth`; cookies and sessions are better-auth's. */
export async function mountAuth(app: FastifyInstance, deps: MountDeps): Promise<void> {
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        "application/json",
        { parseAs: "string", bodyLimit: BODY_BYTES_MAX },
        (_, body, done) => done(null, body),
      );
      scope.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
      scope.all("/*", async (request, reply) => {
        reply.header("cache-control", "no-store");
        return send(reply, await answer(request, deps));
      });
    },
    { prefix: "/auth" },
  );
}

async function answer(request: FastifyRequest, deps: MountDeps): Promise<Response> {
  const path = request.url.split("?")[0]?.slice("/auth".length) ?? "";
  const name = `${request.method} ${path}`;
  if (!isEndpoint(name)) throw new AppError("not_found");
  assertSameOrigin(request, deps.publicUrl);
  const body = parseBody(request.body);
  const headers = toHeaders(request, deps.publicUrl);
  const fetchRequest = new Request(`${deps.publicUrl}/auth${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(await refine({ path, body, headers }, deps)),
  });
  if (!ENDPOINTS[name].isGuess) return deps.auth.handler(fetchRequest);

  const keys = await guessKeys({ request, body, headers }, deps);
  await countTry(deps.sql, keys);
  const response = await deps.auth.handler(fetchRequest);
  if (response.ok) await forgiveTry(deps.sql, keys);
  return response;
}

const isEndpoint = (name: string): name is keyof typeof ENDPOINTS => Object.hasOwn(ENDPOINTS, name);

function parseBody(raw: unknown): Body {
  if (raw === undefined || raw === "") return {};
  try {
    return bodySchema.parse(JSON.parse(String(raw)));
  } catch {
    throw new AppError("invalid_request");
  }
}

/** A new password keeps our rules and ends every other session: whoever knew the old one is out. */
async function refine(
  { path, body, headers }: { readonly path: string; readonly body: Body; readonly headers: Headers },
  { auth }: MountDeps,
): Promise<Body> {
  if (path !== "/change-password") return body;
  const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!session) throw new AppError("unauthenticated");
  const problem = findPasswordProblem(String(body.newPassword ?? ""), session.user.email);
  if (problem) throw new AppError("invalid_request", { field: "newPassword", reason: problem });
  return { ...body, revokeOtherSessions: true };
}

async function guessKeys(
  {
    request,
    body,
    headers,
  }: { readonly request: FastifyRequest; readonly body: Body; readonly headers: Headers },
  { auth }: MountDeps,
): Promise<readonly string[]> {
  const address = addressKey(toAddressKey(request.ip));
  if (typeof body.email === "string") return [accountKey(body.email), address];
  const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  return session ? [accountKey(session.user.email), address] : [address];
}

/** Only what the library reads; nothing that a client could use to pretend an address, a host or a protocol. */
export function toHeaders(request: FastifyRequest, publicUrl: string): Headers {
  const headers = new Headers({
    "content-type": "application/json",
    origin: new URL(publicUrl).origin,
    host: new URL(publicUrl).host,
    [CLIENT_ADDRESS_HEADER]: request.ip,
  });
  for (const name of ["cookie", "user-agent"] as const) {
    const value = request.headers[name];
    if (value) headers.set(name, value);
  }
  return headers;
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.status(response.status).type("application/json; charset=utf-8");
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  return reply.send(await response.text());
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, facts } = toKnown(error);
  if (code === "internal") request.log.error({ err: error }, "sign-in failed");
  if (code === "rate_limited") reply.header("retry-after", String(facts.retryAfterSeconds ?? 60));
  const { status } = ERROR_CODES[code];
  return reply
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", status, code, ...facts }));
}

function toKnown(error: unknown): Pick<AppError, "code" | "facts"> {
  if (error instanceof AppError) return error;
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : 500;
  if (status === 413) return { code: "payload_too_large", facts: {} };
  if (status === 415) return { code: "unsupported_media_type", facts: {} };
  return { code: status === 400 ? "invalid_request" : "internal", facts: {} };
}
