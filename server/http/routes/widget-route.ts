import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../app-error.ts";

type Script = {
  readonly changedAt: number;
  readonly hash: string;
  readonly bodies: Readonly<Record<"br" | "gzip" | "identity", Buffer>>;
};

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * The script that shops embed. Without a version it is asked for again after five minutes, so an update reaches every shop
 * without a change on its pages; with `?v=<hash>` it is kept for ever.
 */
export function addWidgetRoute(app: FastifyInstance, file: string): void {
  let current: Promise<Script> | null = null;
  const load = async (): Promise<Script> => {
    const changedAt = (await stat(file).catch(() => null))?.mtimeMs;
    if (changedAt === undefined) throw new AppError("not_found");
    const held = await current?.catch(() => null);
    if (held?.changedAt === changedAt) return held;
    current = readScript(file, changedAt);
    return current;
  };

  app.get("/widget.js", async (request, reply) => {
    const script = await load();
    const isPinned = new URL(request.url, "http://localhost").searchParams.get("v") === script.hash;
    reply.headers({
      "content-type": "text/javascript; charset=utf-8",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      "cache-control": isPinned
        ? "public, max-age=31536000, immutable"
        : "public, max-age=300, stale-while-revalidate=86400",
      vary: "Accept-Encoding",
      etag: `"${script.hash}"`,
    });
    if (request.headers["if-none-match"]?.includes(`"${script.hash}"`)) return reply.code(304).send();
    const encoding = pickEncoding(request);
    if (encoding !== "identity") reply.header("content-encoding", encoding);
    return reply.send(script.bodies[encoding]);
  });
}

async function readScript(file: string, changedAt: number): Promise<Script> {
  const identity = await readFile(file);
  const [br, zipped] = await Promise.all([
    compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    compressGzip(identity, { level: 9 }),
  ]);
  const hash = createHash("sha256").update(identity).digest("base64url").slice(0, 16);
  return { changedAt, hash, bodies: { br, gzip: zipped, identity } };
}

function pickEncoding({ headers }: FastifyRequest): "br" | "gzip" | "identity" {
  const accepted = String(headers["accept-encoding"] ?? "");
  if (/\bbr\b(?!;\s*q=0(\.0+)?\s*(,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!;\s*q=0(\.0+)?\s*(,|$))/.test(accepted) ? "gzip" : "identity";
}
