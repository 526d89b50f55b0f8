// A lock that dies with its process: the kernel frees a listening socket even after kill -9, so nothing stale is
// left to guess about. Whoever finds the lock taken can ask the holder who it is. Plain JavaScript for Node 20:
// it also guards the installation, before the project's own Node is there.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const RETRY_MS = 50;
const ASK_TIMEOUT_MS = 2000;

/** Takes the lock, or returns null when another process holds it. `facts` is what askers are told. */
export async function takeLock(name, facts = {}) {
  const address = toAddress(name);
  let told = { pid: process.pid, ...facts };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.end(JSON.stringify(told));
  });
  server.unref();
  const isTaken = await listen(server, address);
  if (!isTaken) return null;
  return {
    tell(more) {
      told = { ...told, ...more };
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Says who holds the lock, or null when nobody does. */
export function askHolder(name) {
  return new Promise((resolve) => {
    const socket = createConnection(toAddress(name));
    let text = "";
    socket.setTimeout(ASK_TIMEOUT_MS, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => resolve(null));
    socket.on("close", () => resolve(parseFacts(text)));
  });
}

/** Waits for the lock, does the work and frees it; gives up with an error when the wait is over. */
export async function withLock({ name, waitMs }, work) {
  const end = Date.now() + waitMs;
  for (;;) {
    const lock = await takeLock(name);
    if (lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    if (Date.now() > end) throw new Error(`Another process still holds the lock "${name}".`);
    await delay(RETRY_MS);
  }
}

function parseFacts(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Linux and Windows have names that need no file; elsewhere a socket file in a folder of the user's own. */
function toAddress(name) {
  const user = userInfo().username;
  const key = `jieda-${createHash("sha256").update(`${user}\0${name}`).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return { path: `\0${key}` };
  if (process.platform === "win32") return { path: `\\\\.\\pipe\\${key}` };
  const folder = join(tmpdir(), `jieda-${user}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  return { path: join(folder, `${key}.sock`) };
}

async function listen(server, address) {
  const attempt = () =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(address, () => {
        server.removeListener("error", reject);
        resolve(true);
      });
    });
  try {
    return await attempt();
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    if (process.platform === "linux" || process.platform === "win32") return false;
    if (await isAnswering(address)) return false;
    rmSync(address.path, { force: true });
    return attempt().catch(() => false);
  }
}

function isAnswering(address) {
  return new Promise((resolve) => {
    const socket = createConnection(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
