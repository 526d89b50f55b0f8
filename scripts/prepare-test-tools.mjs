import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const isRoot = process.getuid?.() === 0;
const hasApt = existsSync("/usr/bin/apt-get");

export const isOnPath = (name) =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"].some((folder) =>
    existsSync(join(folder, name)),
  );

/** Without Chinese fonts a browser draws boxes, and every Chinese screenshot is worthless. */
export function hasChineseFonts() {
  if (process.platform !== "linux") return true;
  const { stdout, status } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  if (status === 0) return stdout.trim() !== "";
  return (
    existsSync("/usr/share/fonts/opentype/noto") &&
    readdirSync("/usr/share/fonts/opentype/noto").some((name) => name.includes("CJK"))
  );
}

/** Installs what tests need beyond npm, where that is possible; the rest is named when its tests did not run. */
export function prepareTestTools(report) {
  const packages = [
    ...(isOnPath("redis-server") ? [] : ["redis-server"]),
    ...(hasChineseFonts() ? [] : ["fonts-noto-cjk"]),
  ];
  if (packages.length === 0 || !isRoot || !hasApt) return;
  report(`Installing ${packages.join(", ")} …`);
  // The distribution starts a Redis of its own on the usual port; tests start theirs and need none.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const quiet = { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", env };
  const install = () =>
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
  spawnSync("apt-get", ["update", "-qq"], quiet);
  const { status, stderr } = install();
  if (status !== 0) report(`apt-get could not install ${packages.join(", ")}: ${stderr.trim()}`);
}
