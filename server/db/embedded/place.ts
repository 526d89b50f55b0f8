import { randomBytes, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { access, chmod, chown, constants, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { type Account, canEnter } from "./account.ts";

const RECORD_FILE = "database.json";
/** Below the range from which systems pick outgoing ports (32768 and up), so that no connection of ours can take it. */
const PORT_MIN = 20_000;
const PORT_MAX = 32_000;
const SYSTEM_PLACE = "/var/lib/jieda";

const recordSchema = z.strictObject({
  folder: z.string(),
  port: z.number().int(),
  password: z.string(),
  adminPassword: z.string(),
});

/** Where this installation's database lies and how it is reached; kept in the data folder, readable by its owner only. */
export type Place = z.infer<typeof recordSchema>;

/**
 * Returns the place of this data folder's database. The first answer is written down and holds for ever:
 * were it worked out anew each time, a changed folder mode would make the shop's data seem to vanish.
 */
export async function resolvePlace(dataDir: string, account: Account | null): Promise<Place> {
  const known = await findPlace(dataDir);
  if (known !== null) return known;
  await mkdir(dataDir, { recursive: true });
  const place = {
    folder: await chooseFolder(dataDir, account),
    port: randomPort(),
    password: randomBytes(24).toString("base64url"),
    adminPassword: randomBytes(24).toString("base64url"),
  };
  await savePlace(dataDir, place);
  return place;
}

/** Returns the place that was written down, or null before the first start. */
export async function findPlace(dataDir: string): Promise<Place | null> {
  const file = join(dataDir, RECORD_FILE);
  return existsSync(file) ? recordSchema.parse(JSON.parse(await readFile(file, "utf8"))) : null;
}

export async function savePlace(dataDir: string, place: Place): Promise<void> {
  const file = join(dataDir, RECORD_FILE);
  await writeFile(`${file}.new`, JSON.stringify(place, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export const randomPort = (): number => randomInt(PORT_MIN, PORT_MAX);

/** The folder in which a copy of the binaries may be shared by all installations of this machine. */
export const binariesPlace = (place: Place): string => dirname(place.folder);

async function chooseFolder(dataDir: string, account: Account | null): Promise<string> {
  const inside = join(dataDir, "postgres");
  if (account === null || (await canEnter(account, dataDir))) return inside;
  // The name is random: a folder that was deleted and cloned again must not wake the old data.
  const name = `${basename(dirname(dataDir)).replace(/[^\w-]/g, "") || "data"}-${randomBytes(4).toString("hex")}`;
  return join(await systemPlace(account), name);
}

async function systemPlace(account: Account): Promise<string> {
  const temporary = join(tmpdir(), "jieda");
  for (const place of [SYSTEM_PLACE, temporary]) {
    const isWritable = await mkdir(place, { recursive: true, mode: 0o755 })
      .then(() => chmod(place, 0o755))
      .then(() => access(place, constants.W_OK))
      .then(() => canEnter(account, place))
      .catch(() => false);
    if (isWritable) return place;
  }
  return temporary;
}

/** Creates the folder of the cluster, owned by the account that runs it and closed to all others. */
export async function createFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}
