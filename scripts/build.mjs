import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findNode, ROOT } from "./root.mjs";

/** Everything that ends up in the pages or the widget. */
const SOURCES = ["app", "components", "flows", "server", "public", "scripts/build-widget.mjs"];
const SETTINGS = ["package-lock.json", "next.config.mjs", "postcss.config.mjs", "tsconfig.json", "proxy.ts"];
const STAMP = join(ROOT, ".next/jieda-build");
const OUTPUT_MAX_CHARS = 20_000;

/** Says whether the last complete build was made from these very files. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hashSources() && !isWidgetMissing();
}

/** Builds pages and widget; resolves to the output when something failed, else null. */
export async function build() {
  const hash = hashSources();
  // A build that is killed half-way must not pass for a complete one.
  rmSync(STAMP, { force: true });
  const failure =
    (await run(["scripts/build-widget.mjs"])) ?? (await run(["node_modules/next/dist/bin/next", "build"]));
  if (failure !== null) return failure;
  mkdirSync(join(ROOT, ".next"), { recursive: true });
  writeFileSync(STAMP, hash);
  return null;
}

if (process.argv[1] === join(ROOT, "scripts/build.mjs") && process.argv.includes("--now")) {
  const failure = await build();
  if (failure !== null) {
    console.error(failure);
    process.exit(1);
  }
}

function run(args) {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(findNode(), args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk) => {
      output = (output + chunk).slice(-OUTPUT_MAX_CHARS);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => resolve(String(error)));
    child.once("close", (code) => resolve(code === 0 ? null : output));
  });
}

function isWidgetMissing() {
  return (
    existsSync(join(ROOT, "components/chat/widget/loader.ts")) && !existsSync(join(ROOT, "public/widget.js"))
  );
}

function hashSources() {
  const hash = createHash("sha256");
  for (const path of [...SOURCES, ...SETTINGS].flatMap(listFiles)) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return isSource(path) ? [path] : [];
  return readdirSync(full)
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}

function isSource(path) {
  return path !== "public/widget.js" && !/\.test\.tsx?$/.test(path);
}
