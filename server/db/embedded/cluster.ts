import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartupError } from "../../startup-error.ts";
import { connect } from "../connect.ts";
import { type Account, canEnter, chooseAccount } from "./account.ts";
import { type Binaries, copyBinaries, findBinaries, hydrateBinaries } from "./binaries.ts";
import { binariesPlace, createFolder, findPlace, type Place, resolvePlace } from "./place.ts";

/** An initialised database on disk, running or not. */
export type Cluster = {
  readonly dataDir: string;
  readonly place: Place;
  readonly account: Account | null;
  readonly binaries: Binaries;
  /** PostgreSQL's own data directory. */
  readonly data: string;
};

const ADMIN = "postgres";
const OWNER = "jieda";

/** Finds or creates the cluster of a data folder; a start that died half-way through is begun again. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const account = chooseAccount();
  const place = await resolvePlace(dataDir, account);
  await createFolder(place.folder, account);
  const installed = await findBinaries();
  const isReachable = account === null || (await canEnter(account, installed.bin));
  const binaries = isReachable ? installed : await copyBinaries(installed, binariesPlace(place));
  await hydrateBinaries(binaries);
  const cluster = { dataDir, place, account, binaries, data: join(place.folder, "data") };
  if (existsSync(join(cluster.data, "PG_VERSION"))) await assertSameMajor(cluster);
  else await initialise(cluster);
  return cluster;
}

/** Returns a cluster that exists already and changes nothing; null where none was set up yet. */
export async function readCluster(dataDir: string): Promise<Cluster | null> {
  const place = await findPlace(dataDir);
  if (place === null) return null;
  const data = join(place.folder, "data");
  return { dataDir, place, account: chooseAccount(), binaries: await findBinaries(), data };
}

export const ownerUrl = ({ place }: Cluster, database = OWNER): string =>
  `postgres://${OWNER}:${place.password}@127.0.0.1:${place.port}/${database}`;

export const adminUrl = ({ place }: Cluster): string =>
  `postgres://${ADMIN}:${place.adminPassword}@127.0.0.1:${place.port}/postgres`;

/** How a program of the cluster is started: as its account, in a folder that it can enter, without our secrets. */
export const spawnOptions = ({ account, place }: Pick<Cluster, "account" | "place">) => ({
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
  cwd: place.folder,
  env: { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" as const },
});

/**
 * Makes the owner and the database when they are missing. The owner is no superuser, so what works here also
 * works on a hosted PostgreSQL, and row-level security holds.
 */
export async function ensureOwner(cluster: Cluster): Promise<void> {
  const sql = connect(adminUrl(cluster), { max: 1, applicationName: "jieda-start" });
  try {
    const [known] = await sql`select
      exists (select from pg_roles where rolname = ${OWNER}) as role,
      exists (select from pg_database where datname = ${OWNER}) as database`;
    if (!known?.role) {
      await sql.unsafe(`create role ${OWNER} login createdb createrole password '${cluster.place.password}'`);
    }
    if (!known?.database) await sql.unsafe(`create database ${OWNER} owner ${OWNER}`);
  } finally {
    await sql.end();
  }
}

async function assertSameMajor({ data, binaries }: Cluster): Promise<void> {
  const major = (await readFile(join(data, "PG_VERSION"), "utf8")).trim();
  if (binaries.version.startsWith(`${major}.`)) return;
  throw new StartupError(
    `The data in ${data} was written by PostgreSQL ${major}, but PostgreSQL ${binaries.version} is installed. Dump it with the version that wrote it and load it into a new folder.`,
  );
}

async function initialise(cluster: Cluster): Promise<void> {
  const { place, account, data } = cluster;
  for (const name of await readdir(place.folder)) {
    if (name.startsWith("unfinished-")) await rm(join(place.folder, name), { recursive: true, force: true });
  }
  const unfinished = join(place.folder, `unfinished-${process.pid}`);
  const passwordFile = join(place.folder, `unfinished-password-${process.pid}`);
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, place.adminPassword, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  await runInitdb(cluster, { unfinished, passwordFile });
  await rm(passwordFile);
  // Only a complete cluster ever bears the name that later starts look for.
  await rename(unfinished, data);
}

function runInitdb(cluster: Cluster, files: { unfinished: string; passwordFile: string }): Promise<void> {
  const args = [
    ...["-D", files.unfinished, "-U", ADMIN, `--pwfile=${files.passwordFile}`, "--auth=scram-sha-256"],
    // PostgreSQL's own C.UTF-8 sorts the same on every machine, whatever locales the system has.
    ...[
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(join(cluster.binaries.bin, "initdb"), args, {
      ...spawnOptions(cluster),
      stdio: "pipe",
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new StartupError(`PostgreSQL could not be set up (initdb ended with ${code}).\n${output}`)),
    );
  });
}
