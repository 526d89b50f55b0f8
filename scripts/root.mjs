import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The Node 24 that npm installed, since the machine's own may be older; its own where there is no package for the system. */
export function findNode() {
  const packaged = join(ROOT, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
  return existsSync(packaged) ? packaged : process.execPath;
}
