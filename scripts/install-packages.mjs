import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findNode, ROOT } from "./root.mjs";

/** The first Node that runs our TypeScript without a flag or a warning. */
const RUNTIME_MAJOR = 24;

const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : null);

/**
 * Compares what the lock file asks for with npm's own record of what it installed. That record is written last,
 * so a broken installation is noticed; and a developer's `npm install` counts as well as our own.
 */
export function isInstalled() {
  const wanted = readLock(join(ROOT, "package-lock.json"));
  const present = readLock(join(ROOT, "node_modules/.package-lock.json"));
  if (!wanted || !present) return false;
  const isLevel = Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const found = present[path];
    return found
      ? found.version === entry.version
      : entry.optional === true || entry.devOptional === true || entry.peer === true;
  });
  return isLevel && canRunTypeScript();
}

/** False when the packaged Node does not fit this system, say in a folder that was copied from another machine. */
export function canRunTypeScript() {
  const { status, stdout } = spawnSync(findNode(), ["--version"], { encoding: "utf8" });
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= RUNTIME_MAJOR;
}

/** Installs exactly what the lock file says; resolves to npm's output when it failed, else null. */
export function installPackages() {
  return new Promise((resolve) => {
    // Not `npm ci`: it refuses a lock file without entries for packages of other systems that a registry does not
    // carry (npm issue 9846). `--no-save` installs the locked versions too and leaves the file alone.
    // `--include=dev` is given outright: NODE_ENV=production would leave out what the build needs.
    const args = [
      "install",
      "--no-save",
      "--include=dev",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      "--loglevel=error",
    ];
    const child = spawn("npm", args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => resolve(String(error)));
    child.once("close", (code) => resolve(code === 0 ? null : output));
  });
}
