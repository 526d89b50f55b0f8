import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/Applications/Google Chrome.app/Contents/MacOS"];

/** Returns a Chromium that is on the machine, else the one that an npm package brings; null when there is none. */
export async function findChromium() {
  return (await findOwn()) ?? findSystem() ?? (await findPackaged());
}

async function findOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? { executablePath: path, args: [], source: "playwright" } : null;
}

function findSystem() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...FOLDERS];
  const path = folders
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  return path ? { executablePath: path, args: [], source: "system" } : null;
}

async function findPackaged() {
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return {
      executablePath: await chromium.executablePath(),
      args: chromium.args,
      source: "@sparticuz/chromium",
    };
  } catch {
    return null;
  }
}
