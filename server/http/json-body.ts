import type { FastifyInstance } from "fastify";
import { scanJson } from "./scan-json.ts";
import { invalidRequest } from "./to-problem.ts";

/** Texts of 8,000 characters fit with room to spare, in Chinese and with escapes too. */
export const BODY_MAX_BYTES = 64 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Takes JSON bodies and nothing else in this scope: another content type is refused, never guessed at. Bytes are checked,
 * then decoded, then scanned, and only then parsed. An empty body reads as absent.
 */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer", bodyLimit: BODY_MAX_BYTES },
    (_request, bytes, done) => {
      try {
        done(null, bytes.length === 0 ? undefined : parseJson(bytes));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}

/** Parses untrusted bytes into plain JSON; refuses what `scanJson` refuses. */
export function parseJson(bytes: Uint8Array): unknown {
  const source = decode(bytes);
  const flaw = scanJson(source);
  if (flaw) throw invalidRequest([{ field: flaw.field ?? "", reason: flaw.reason }]);
  try {
    return JSON.parse(source);
  } catch {
    throw invalidRequest([{ field: "", reason: "not_json" }]);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalidRequest([{ field: "", reason: "bad_text" }]);
  }
}
