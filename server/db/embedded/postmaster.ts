import { spawn } from "node:child_process";
import { closeSync, existsSync, fchownSync, openSync, readFileSync } from "node:fs";
import { readdir, readFile, readlink, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartupError } from "../../startup-error.ts";
import { connect } from "../connect.ts";
import { adminUrl, type Cluster, spawnOptions } from "./cluster.ts";
import { randomPort, savePlace } from "./place.ts";

/** After a crash PostgreSQL replays its log before it answers; a big one takes minutes and must not be cut short. */
const READY_TIMEOUT_MS = 300_000;
/** A left-over server may be in the middle of starting or stopping; longer than this it is stopped and started anew. */
const ADOPT_TIMEOUT_MS = 15_000;
const POLL_MS = 20;
const STOP_STEPS = [
  { signal: "SIGINT", waitMs: 10_000 },
  { signal: "SIGQUIT", waitMs: 4_000 },
  { signal: "SIGKILL", waitMs: 2_000 },
] as const;

/** Sized for a small shop's machine of 2 cores; durability is never traded for speed. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  effective_cache_size: "512MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  synchronous_commit: "on",
  wal_level: "minimal",
  max_wal_senders: "0",
  min_wal_size: "128MB",
  max_wal_size: "1GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  idle_in_transaction_session_timeout: "60s",
  logging_collector: "on",
  log_filename: "postgresql-%a.log",
  log_truncate_on_rotation: "on",
  log_rotation_age: "1d",
  log_rotation_size: "0",
  // An error's detail quotes the row, and so the customer; the log must not.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

export type Postmaster = { readonly pid: number; readonly isAdopted: boolean };

/** Starts the database, or takes over the one that a killed start left running; returns when it answers. */
export async function startPostmaster(
  cluster: Cluster,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly cluster: Cluster; readonly postmaster: Postmaster }> {
  const left = await findPostmaster(cluster);
  if (left !== null) {
    if (await isOurs(cluster, left)) return { cluster, postmaster: { pid: left, isAdopted: true } };
    await stopPostmaster(cluster, left);
  }
  const free = await withFreePort(cluster);
  return { cluster: free, postmaster: { pid: await launchPostmaster(free, settings), isAdopted: false } };
}

/** Starts the database on the port that the cluster already has. */
export async function launchPostmaster(
  cluster: Cluster,
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  await removeForeignPidFile(cluster);
  const { place, data, binaries } = cluster;
  const all = {
    ...SETTINGS,
    log_directory: join(place.folder, "log"),
    port: String(place.port),
    ...settings,
  };
  const args = ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const startLog = join(place.folder, "start.log");
  // A file, not a pipe: the database must be able to go on writing when this process is killed.
  const output = openSync(startLog, "w", 0o600);
  if (cluster.account) fchownSync(output, cluster.account.uid, cluster.account.gid);
  const child = spawn(join(binaries.bin, "postgres"), args, {
    ...spawnOptions(cluster),
    stdio: ["ignore", output, output],
    // Its own process group: Ctrl+C in the terminal must reach us first, so that turns are finished before it goes.
    detached: true,
  });
  closeSync(output);
  child.unref();
  const failed = new Promise<never>((_resolve, reject) => {
    child.once("error", reject);
    child.once("exit", async (code) =>
      reject(
        new StartupError(
          `PostgreSQL ended with ${code}.\n${await readFile(startLog, "utf8").catch(() => "")}`,
        ),
      ),
    );
  });
  failed.catch(() => {});
  const { pid } = child;
  if (pid === undefined) return await failed;
  await Promise.race([failed, untilReady(cluster, { pid, timeoutMs: READY_TIMEOUT_MS })]);
  return pid;
}

/** Ends the database: first cleanly, then at once, then by force. */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  for (const { signal, waitMs } of STOP_STEPS) {
    if (!sendSignal(pid, signal)) return;
    for (const end = Date.now() + waitMs; Date.now() < end; ) {
      if (!isAlive(pid)) return;
      await delay(POLL_MS);
    }
  }
  throw new StartupError(
    `PostgreSQL (process ${pid}, ${cluster.data}) cannot be stopped. End that process and start again.`,
  );
}

/** Returns the process that serves this cluster now, or null. */
export async function findPostmaster(cluster: Cluster): Promise<number | null> {
  const pid = await readPid(cluster);
  return pid !== null && isAlive(pid) && (await isPostmasterOf(cluster, pid)) ? pid : null;
}

/** A zombie is dead: in a container nobody may ever collect it, and it would look alive for ever. */
export function isAlive(pid: number): boolean {
  return sendSignal(pid, 0) && !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function readPid({ data }: Cluster): Promise<number | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Process numbers are used again after a reboot: the file alone does not prove that the process is the database. */
async function isPostmasterOf({ data }: Cluster, pid: number): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.split("\0").includes(data);
}

/** PostgreSQL refuses to start when its file names a living process of the same account, a wholly different one or a zombie. */
async function removeForeignPidFile(cluster: Cluster): Promise<void> {
  const file = join(cluster.data, "postmaster.pid");
  if (!existsSync(file) || process.platform !== "linux") return;
  const pid = await readPid(cluster);
  if (pid === null || (isAlive(pid) && (await isPostmasterOf(cluster, pid)))) return;
  if (await hasWorkersIn(cluster.data)) return;
  await rm(file, { force: true });
}

/** While a backend of a dead server still runs in the folder, the file must stay: it is what keeps a second server out. */
async function hasWorkersIn(data: string): Promise<boolean> {
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    if ((await readlink(`/proc/${name}/cwd`).catch(() => "")) === data) return true;
  }
  return false;
}

/** A left-over database is ours when it answers to our password, serves this folder and is the installed version. */
async function isOurs(cluster: Cluster, pid: number): Promise<boolean> {
  try {
    await untilReady(cluster, { pid, timeoutMs: ADOPT_TIMEOUT_MS });
  } catch {
    return false;
  }
  const sql = connect(adminUrl(cluster), { max: 1, applicationName: "jieda-start" });
  try {
    const [row] =
      await sql`select current_setting('data_directory') as folder, current_setting('server_version') as version`;
    const isVersion = cluster.binaries.version.startsWith(`${String(row?.version).split(" ")[0]}.`);
    return row?.folder === cluster.data && isVersion;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Reads PostgreSQL's own word; a file that a killed server left behind also says "ready", so the process must be the same. */
async function untilReady({ data }: Cluster, wanted: { pid: number; timeoutMs: number }): Promise<void> {
  for (const end = Date.now() + wanted.timeoutMs; Date.now() < end; ) {
    const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === wanted.pid && lines[7]?.trim() === "ready") return;
    await delay(POLL_MS);
  }
  throw new StartupError(`PostgreSQL did not become ready. Its log is in ${join(data, "..", "log")}.`);
}

async function withFreePort(cluster: Cluster): Promise<Cluster> {
  let { port } = cluster.place;
  for (let attempt = 0; !(await isPortFree(port)); attempt++) {
    if (attempt === 50) throw new StartupError("No free port for PostgreSQL was found on 127.0.0.1.");
    port = randomPort();
  }
  if (port === cluster.place.port) return cluster;
  const place = { ...cluster.place, port };
  await savePlace(cluster.dataDir, place);
  return { ...cluster, place };
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
