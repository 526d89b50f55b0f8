import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "#server/app-error.ts";

const FORMAT = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

export type SecretBox = {
  /** Encrypts for one place only: `place` names workspace and row, and opening elsewhere fails. */
  seal(plain: string, place: string): string;
  /** Fails with `internal` for a foreign place, an unknown key and any changed byte alike. */
  open(sealed: string, place: string): string;
};

type BoxKey = { readonly id: string; readonly key: Buffer };

/** The place of a bot's identity secret. */
export const identitySecretPlace = (bot: { readonly workspaceId: string; readonly id: string }) =>
  `${bot.workspaceId}/bot/${bot.id}/identity_secret`;

/**
 * AES-256-GCM with a key derived from the server's secret. The key's id is stored with each value, so earlier secrets still
 * open what they sealed while new values use the first.
 */
export function createSecretBox(secret: string, earlierSecrets: readonly string[] = []): SecretBox {
  const current = toKey(secret);
  const keys = new Map([current, ...earlierSecrets.map(toKey)].map((key) => [key.id, key]));

  return {
    seal(plain, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", current.key, iv);
      cipher.setAAD(toAad(current.id, place));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [FORMAT, current.id, iv.toString("base64url"), body.toString("base64url")].join(".");
    },
    open(sealed, place) {
      const [format, keyId = "", iv = "", body = ""] = sealed.split(".");
      const key = keys.get(keyId);
      if (format !== FORMAT || !key) throw new AppError("internal", { reason: "secret_unreadable" });
      return decrypt(key, { iv: Buffer.from(iv, "base64url"), body: Buffer.from(body, "base64url"), place });
    },
  };
}

type Sealed = { readonly iv: Buffer; readonly body: Buffer; readonly place: string };

function decrypt(key: BoxKey, { iv, body, place }: Sealed): string {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(toAad(key.id, place));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    // One answer for every reason: the cause would tell an attacker which part of a forgery was right.
    throw new AppError("internal", { reason: "secret_unreadable" });
  }
}

function toKey(secret: string): BoxKey {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "jieda secret box v1", 32));
  return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
}

const toAad = (keyId: string, place: string) => Buffer.from(`${FORMAT}\n${keyId}\n${place}`, "utf8");
