import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { ReadFailure } from "./read-failure.ts";

const HEAP_MEGABYTES = 512;
/** Bytes, code and the engine itself lie outside the heap. */
const MEMORY_MEGABYTES = 1_024;
const WALL_MS = 60_000;
const MEMORY_CHECK_MS = 100;
const PAGE_BYTES = 4_096;

const ROOT = resolve(import.meta.dirname, "../../../..");

/** The process reads the program and its libraries, writes nothing, starts nothing, and knows none of our settings. */
const LIMITS = [
  "--permission",
  ...["server", "flows", "node_modules", "package.json"].map((path) => `--allow-fs-read=${join(ROOT, path)}`),
  "--no-warnings",
];

export type ReaderLimits = { readonly wallMs?: number; readonly heapMegabytes?: number };

export type ReaderInput = ReaderLimits & {
  /** The document's bytes, in pieces as they are stored. */
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
};

type Reader<Order, Message, Result> = ReaderInput & {
  /** Path of the program; it must close its network itself (`close-network.ts`). */
  readonly program: string;
  readonly order: Order;
  /** Gives the result with the last message, null before. What it throws is the reading's failure. */
  onMessage(message: Message): Result | null;
};

/**
 * Runs a program that reads what strangers made, in a process that cannot harm this one: 512 MB of heap, 60 s, no files but the
 * program's, an empty folder to stand in. Rejects with a `ReadFailure` where a limit is met, and with the signal's reason when it aborts.
 */
export async function runReader<Order extends object, Message, Result>(
  reader: Reader<Order, Message, Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "jieda-read-"));
  try {
    return await run(reader, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run<Order extends object, Message, Result>(
  reader: Reader<Order, Message, Result>,
  folder: string,
): Promise<Result> {
  const { program, order, pieces, signal, wallMs = WALL_MS, heapMegabytes = HEAP_MEGABYTES } = reader;
  const tooMuchMemory = () => new ReadFailure("too_complex", { megabytes: heapMegabytes });
  signal.throwIfAborted();
  const child = spawn(process.execPath, [...LIMITS, `--max-old-space-size=${heapMegabytes}`, program], {
    cwd: folder,
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "ignore", "ignore", "ipc"],
    windowsHide: true,
  });
  return new Promise((settle, reject) => {
    const stop = (reason: unknown): void => {
      reject(reason);
      child.kill("SIGKILL");
    };
    const onAbort = (): void => stop(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    const wall = setTimeout(() => stop(new ReadFailure("too_complex", { seconds: wallMs / 1_000 })), wallMs);
    const watching = setInterval(() => {
      void readMemory(child).then((megabytes) => {
        if (megabytes > MEMORY_MEGABYTES) stop(tooMuchMemory());
      });
    }, MEMORY_CHECK_MS);
    child.on("message", (message) => {
      try {
        // as: only the program that was started can send anything here.
        const result = reader.onMessage(message as Message);
        if (result !== null) settle(result);
      } catch (error) {
        reject(error);
      }
    });
    child.once("error", reject);
    child.once("close", (code, killedBy) => {
      clearTimeout(wall);
      clearInterval(watching);
      signal.removeEventListener("abort", onAbort);
      // After an end this changes nothing: the promise is settled. V8 aborts itself when its heap is full.
      if (killedBy === "SIGABRT" || code === 134) reject(tooMuchMemory());
      else reject(new Error(`the reader of documents ended with ${code ?? killedBy} before it was done`));
    });
    child.send(order);
    feed(child, pieces).catch(stop);
  });
}

async function feed({ stdin }: ChildProcess, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  if (stdin === null) return;
  try {
    await pipeline(pieces, stdin);
  } catch (error) {
    // A reader that has seen enough closes its end; its message says why.
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code !== "EPIPE" && code !== "ERR_STREAM_PREMATURE_CLOSE" && code !== "ECONNRESET") throw error;
  }
}

/** Megabytes that the process really holds, where the system tells. Elsewhere only the heap is limited. */
async function readMemory({ pid }: ChildProcess): Promise<number> {
  if (process.platform !== "linux" || pid === undefined) return 0;
  try {
    const pages = Number((await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1]);
    return (pages * PAGE_BYTES) / 1024 / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
