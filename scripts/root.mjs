import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
/** The Node 24 that npm installed; the machine's own may be older. */
export const NODE = join(ROOT, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
