import { pino, stdSerializers } from "pino";
import { env } from "./env.ts";

export type { Logger } from "pino";

/** Names under which secrets and what customers say travel; their values never reach a log, however deep they lie. */
const PRIVATE_FIELDS = [
  ...["password", "token", "secret", "apiKey", "authorization", "cookie", "accessToken", "refreshToken"],
  ...["text", "body", "parts", "email", "phone", "name", "context", "identity", "attachments"],
];
const DEPTHS = ["", "*.", "*.*."];

/** Database errors carry the statement's values and the row they failed on; only what names the fault is kept. */
const ERROR_FIELDS = [
  "type",
  "message",
  "stack",
  "code",
  "severity_local",
  "constraint_name",
  "table_name",
] as const;

function serializeError(error: Error): Record<string, unknown> {
  const plain: Record<string, unknown> = { ...stdSerializers.err(error) };
  return Object.fromEntries(ERROR_FIELDS.filter((name) => name in plain).map((name) => [name, plain[name]]));
}

type RawRequest = { readonly id?: unknown; readonly method?: string; readonly url?: string };

/** A query string may hold a token or an address, so the log gets the path only. */
export const toLoggedRequest = (request: RawRequest) => ({
  id: request.id,
  method: request.method,
  path: request.url?.split("?")[0],
});

export const LOG_OPTIONS = {
  level: env.LOG_LEVEL,
  base: { role: env.JIEDA_ROLE, pid: process.pid },
  redact: {
    paths: DEPTHS.flatMap((depth) => PRIVATE_FIELDS.map((field) => `${depth}${field}`)),
    censor: "[hidden]",
  },
  serializers: { err: serializeError, error: serializeError, req: toLoggedRequest },
};

export const log = pino(LOG_OPTIONS);
