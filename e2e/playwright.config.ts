import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./support/find-chromium.mjs";

const port = Number(process.env.JIEDA_E2E_PORT ?? 3180);
const chromium = await findChromium();
if (chromium === null) throw new Error("No Chromium was found; `npm run doctor` says how to get one.");

/** In one process all contexts share one cookie jar, and two people cannot be signed in at once. */
const chromiumArgs = chromium.args.filter((argument) => argument !== "--single-process");

/** Headless Chromium without its own errands: it must not call home, and root may not use its sandbox. */
const CHROMIUM_ARGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...[
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
  ],
];

export default defineConfig({
  testDir: ".",
  // The owner's first day needs an installation that nobody has used; every other journey brings a workspace of its own.
  projects: [
    { name: "first day", testMatch: "console.spec.ts" },
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: "console.spec.ts", dependencies: ["first day"] },
  ],
  outputDir: ".output/playwright",
  // One site and one database for all journeys; two cores run the site, the database and one browser.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Patience costs a passing test nothing, and a busy machine must not fail one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: ".output/journeys.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // A trace of a canvas costs as much as the journey itself; ask for one when a journey has to be understood.
    trace: process.env.JIEDA_E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: { executablePath: chromium.executablePath, args: [...chromiumArgs, ...CHROMIUM_ARGS] },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} support/serve-site.ts`,
    env: { JIEDA_E2E_PORT: String(port) },
    // The banner comes last: the site answers a little before the sample shop is there to talk to.
    wait: { stdout: /Press Ctrl\+C to stop/ },
    timeout: 120_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
