import { cutPassages } from "../passages/cut-passages.ts";
import { closeNetwork } from "./close-network.ts";
import { findLanguage } from "./find-language.ts";
import { parseDocument } from "./parse-document.ts";
import type { ReaderMessage, ReaderOrder } from "./reader-message.ts";
import { receiveOrder, sendMessage } from "./reader-port.ts";

/** The limited process: reads one document from its standard input and ends. Started by `read-in-process.ts` only. */

const PASSAGES_A_MESSAGE = 50;
const PROGRESS_MS = 200;

const post = (message: ReaderMessage): Promise<void> => sendMessage(message);

closeNetwork();
receiveOrder<ReaderOrder>(async ({ name, mediaType }, bytes) => {
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
});
