// `npm run doctor`: what is installed, reachable and misconfigured. Ends with 1 when something keeps Jieda from running.
// Up to the installation it uses the standard library only, on Node 20.
import { spawnSync } from "node:child_process";
import { statfsSync } from "node:fs";
import { isBuilt } from "./build.mjs";
import { isInstalled } from "./install-packages.mjs";
import { findNode, ROOT } from "./root.mjs";

const DISK_MIN_GB = 2;
const NODE_MAJOR_MIN = 20;
const SIGNS = { ok: "ok     ", note: "note   ", wrong: "WRONG  " };

let hasWrong = false;
const report = (sign, subject, text) => {
  hasWrong ||= sign === "wrong";
  console.log(`${SIGNS[sign]} ${subject.padEnd(12)} ${text}`);
};

checkNode();
checkNpm();
const isReady = checkPackages();
checkDisk();
if (isReady) {
  checkBuild();
  // Reads the settings and the database with the product's own code, on its own Node.
  const { status } = spawnSync(findNode(), ["server/boot/report-settings.ts"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  hasWrong ||= status !== 0;
  await checkTestTools();
}
console.log(
  hasWrong ? "\nSomething keeps Jieda from running: see WRONG above." : "\nNothing keeps Jieda from running.",
);
process.exit(hasWrong ? 1 : 0);

function checkNode() {
  const isNew = Number(process.versions.node.split(".")[0]) >= NODE_MAJOR_MIN;
  report(
    isNew ? "ok" : "wrong",
    "Node.js",
    `${process.version} on ${process.platform}-${process.arch} (20 or newer is needed)`,
  );
}

function checkNpm() {
  const { status, stdout } = spawnSync("npm", ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) report("ok", "npm", stdout.trim());
  else report("wrong", "npm", "was not found; it comes with Node.js");
}

function checkPackages() {
  if (!isInstalled()) {
    report(
      "note",
      "packages",
      "are not installed, or not those of package-lock.json; npm start installs them",
    );
    return false;
  }
  const { stdout } = spawnSync(findNode(), ["--version"], { encoding: "utf8" });
  report("ok", "packages", `level with package-lock.json; runs on Node ${stdout.trim()}`);
  return true;
}

function checkBuild() {
  if (isBuilt()) report("ok", "pages", "built from the present sources");
  else report("note", "pages", "not built from the present sources; npm start builds them");
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(ROOT);
  const free = (bavail * bsize) / 1e9;
  report(
    free >= DISK_MIN_GB ? "ok" : "wrong",
    "disk",
    `${free.toFixed(1)} GB free (${DISK_MIN_GB} GB are needed)`,
  );
}

async function checkTestTools() {
  const { findChromium } = await import("../e2e/support/find-chromium.mjs");
  const { hasChineseFonts, isOnPath } = await import("./prepare-test-tools.mjs");
  const chromium = await findChromium();
  if (chromium) report("ok", "Chromium", `for tests: ${chromium.executablePath} (${chromium.source})`);
  else
    report(
      "note",
      "Chromium",
      "none for the browser tests: npx playwright install chromium, or the system's package",
    );
  if (!hasChineseFonts()) report("note", "fonts", "no Chinese fonts for screenshots (fonts-noto-cjk)");
  if (!isOnPath("redis-server")) report("note", "Redis", "no redis-server for the tests that need one");
}
