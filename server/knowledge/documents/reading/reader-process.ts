import { cutPassages } from "../passages/cut-passages.ts";
import { closeNetwork } from "./close-network.ts";
import { findLanguage } from "./find-language.ts";
import { parseDocument } from "./parse-document.ts";
import { ReadFailure } from "./read-failure.ts";
import type { ReaderMessage, ReaderOrder } from "./reader-message.ts";

/** The limited process: reads one document from its standard input and ends. Started by `read-in-process.ts` only. */

const PASSAGES_A_MESSAGE = 50;
const PROGRESS_MS = 200;

closeNetwork();
process.once("message", (order) => {
  // as: only the starter can send anything here.
  void work(order as ReaderOrder).finally(() => process.disconnect());
});

async function work(order: ReaderOrder): Promise<void> {
  try {
    await read(order);
  } catch (error) {
    if (error instanceof ReadFailure) await post({ type: "failure", code: error.code, facts: error.facts });
    // A library that stumbles over a file that nobody foresaw: to whoever brought it, the file is broken.
    else await post({ type: "failure", code: "corrupt", facts: {} });
  }
}

async function read({ name, mediaType, size }: ReaderOrder): Promise<void> {
  const bytes = await readInput(size);
  let toldAt = 0;
  const onProgress = (share: number): void => {
    const now = performance.now();
    if (now - toldAt < PROGRESS_MS) return;
    toldAt = now;
    void post({ type: "progress", share });
  };
  const { kind, blocks } = await parseDocument({ bytes, name, mediaType, onProgress });
  const passages = cutPassages(blocks);
  for (let from = 0; from < passages.length; from += PASSAGES_A_MESSAGE)
    await post({ type: "passages", passages: passages.slice(from, from + PASSAGES_A_MESSAGE) });
  const chars = passages.reduce((sum, { text }) => sum + text.length, 0);
  await post({ type: "end", kind, chars, language: findLanguage(passages.map(({ text }) => text)) });
}

async function readInput(size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of process.stdin) {
    // Streams of bytes give buffers; their type does not say so.
    bytes.set(piece as Buffer, at);
    at += (piece as Buffer).length;
  }
  return bytes;
}

/** Ends when the message is on its way, so that the process does not end before it. */
function post(message: ReaderMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, {}, () => resolve());
  });
}
