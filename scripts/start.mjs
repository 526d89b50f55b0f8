// `npm start`: brings the checkout into a state that can run, then runs the server on the project's own Node.
// Plain JavaScript for Node 20 and the standard library only: it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { build, isBuilt } from "./build.mjs";
import { findFreePort, isPortFree } from "./find-free-port.mjs";
import { canRunTypeScript, installPackages, isInstalled } from "./install-packages.mjs";
import { askHolder, takeLock } from "./instance-lock.mjs";
import { findNode, ROOT } from "./root.mjs";
import { messages } from "./start-messages.mjs";

const NODE_MAJOR_MIN = 20;

await main();

async function main() {
  if (Number(process.versions.node.split(".")[0]) < NODE_MAJOR_MIN)
    fail(messages.nodeTooOld(process.version));
  const options = readOptions();
  await refuseSecondStart();
  const lock = await takeLock(`start:${ROOT}`, { doing: messages.doingCheck });
  if (lock === null)
    fail(messages.alreadyStarting((await askHolder(`start:${ROOT}`)) ?? { pid: "?", doing: "?" }));
  if (!options.isWorker) await choosePort(options);
  if (!isInstalled()) {
    lock.tell({ doing: messages.doingInstall });
    await withProgress({ title: messages.installing, failed: messages.installFailed }, installPackages);
    if (!canRunTypeScript()) fail(messages.noRuntime(`${process.platform}-${process.arch}`));
  }
  if (!options.isDev && !options.isWorker && !isBuilt()) {
    lock.tell({ doing: messages.doingBuild });
    await withProgress({ title: messages.building, failed: messages.buildFailed }, build);
  }
  await lock.release();
  runServer(options);
}

function readOptions() {
  const envFile = join(ROOT, ".env");
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const { values } = parseArgs({
    options: {
      port: { type: "string", short: "p" },
      host: { type: "string" },
      dev: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(messages.usage);
    process.exit(0);
  }
  const given = values.port ?? process.env.PORT ?? "3000";
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65_535) fail(messages.badPort(given));
  return {
    port,
    host: values.host ?? process.env.HOST ?? "127.0.0.1",
    isDev: values.dev,
    isWorker: process.env.JIEDA_ROLE === "worker",
  };
}

async function refuseSecondStart() {
  const running = await askHolder(`server:${resolve(ROOT, process.env.DATA_DIR || ".data")}`);
  if (running) fail(messages.alreadyRunning(running));
}

/** Asks where somebody can answer; elsewhere it says what to type. */
async function choosePort(options) {
  if (await isPortFree(options.port, options.host)) return;
  console.error(messages.portTaken(options.port));
  const free = await findFreePort(options.port + 1, options.host);
  if (free === null) process.exit(1);
  if (!process.stdin.isTTY || !process.stdout.isTTY) fail(messages.portHint(free));
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(messages.portAsk(free));
  prompt.close();
  if (!/^\s*(y|yes|是|好)?\s*$/i.test(answer)) process.exit(1);
  options.port = free;
}

async function withProgress({ title, failed }, work) {
  const since = Date.now();
  const isLive = process.stdout.isTTY;
  const line = () => `${title} … ${messages.seconds(Math.round((Date.now() - since) / 1000))}`;
  const timer = isLive ? setInterval(() => process.stdout.write(`\r${line()}`), 1000) : null;
  process.stdout.write(isLive ? `${title} …` : `${title} …\n`);
  const failure = await work();
  if (timer) clearInterval(timer);
  process.stdout.write(isLive ? `\r${line()}\n` : `${line()}\n`);
  if (failure !== null) fail(`${failed}\n${failure}`);
}

function runServer({ port, host, isDev }) {
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: host,
    ...(isDev ? { NODE_ENV: "development" } : {}),
  };
  const server = spawn(findNode(), ["server/main.ts"], { cwd: ROOT, env, stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 1)));
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
