import { AppError } from "../app-error.ts";
import { hashToken } from "../auth/one-time-token.ts";
import type { SecretBox } from "../auth/secret-box.ts";
import type { Sql } from "../db/connect.ts";

export type TesterLink = {
  readonly id: string;
  readonly botId: string;
  readonly workspaceId: string;
  readonly name: string;
  /** Null follows the draft. */
  readonly versionId: string | null;
  readonly passwordHash: string | null;
};

type Row = TesterLink & { readonly isExpired: boolean; readonly isRevoked: boolean };

/**
 * The link behind a token. Whoever holds the token of one that has ended is told so; a token that never was reads the same as a
 * deleted bot.
 */
export async function getTesterLink(sql: Sql, token: string): Promise<TesterLink> {
  const [row] = await sql<Row[]>`
    select l.id, l.bot_id as "botId", l.workspace_id as "workspaceId", l.name, l.version_id as "versionId",
      l.password_hash as "passwordHash", l.expires_at <= now() as "isExpired", l.revoked_at is not null as "isRevoked"
    from tester_link l join bot b on b.id = l.bot_id
    where l.token_hash = ${hashToken(token)} and b.deleted_at is null`;
  if (!row) throw new AppError("not_found");
  if (row.isRevoked) throw new AppError("not_found", { reason: "link_revoked" });
  if (row.isExpired) throw new AppError("not_found", { reason: "link_expired" });
  const { isExpired: _, isRevoked: __, ...link } = row;
  return link;
}

/** A password is asked for once in this time. */
const PASS_MS = 24 * 3_600_000;

const toPlace = ({ workspaceId, id }: TesterLink) => `${workspaceId}/tester_link/${id}/pass`;

/** Proves later that the password was given; null for links without one. */
export function createPass(box: SecretBox, link: TesterLink): string | null {
  return link.passwordHash === null ? null : box.seal(String(Date.now() + PASS_MS), toPlace(link));
}

/** Refuses whoever did not give the link's password within the last day. */
export function assertPass(box: SecretBox, link: TesterLink, pass: string | null): void {
  if (link.passwordHash !== null && !isValid(box, link, pass)) throw new AppError("forbidden");
}

function isValid(box: SecretBox, link: TesterLink, pass: string | null): boolean {
  if (pass === null) return false;
  try {
    return Number(box.open(pass, toPlace(link))) > Date.now();
  } catch {
    // A pass of another link, of another server or of nobody: all the same.
    return false;
  }
}
