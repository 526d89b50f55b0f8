import { setTimeout as delay } from "node:timers/promises";

export type LiveReader = {
  readonly seqs: () => readonly number[];
  readonly cuts: () => number;
  untilSeq(seq: number): Promise<void>;
  stop(): Promise<void>;
};

const WAIT_MS = 30_000;

type Options = {
  readonly base: string;
  readonly conversationId: string;
  readonly token: string;
  readonly cutEveryMs: number;
};

/** Reads the live stream of a talk as a phone in a tunnel does: the line is cut again and again, and resumed after the last seq seen. */
export function readTalkLive({ base, conversationId, token, cutEveryMs }: Options): LiveReader {
  const seqs: number[] = [];
  let cuts = 0;
  const stopping = new AbortController();

  const readOnce = async (): Promise<void> => {
    const signal = AbortSignal.any([AbortSignal.timeout(cutEveryMs), stopping.signal]);
    const response = await fetch(`${base}/v1/conversations/${conversationId}/events`, {
      headers: { authorization: `Bearer ${token}`, "last-event-id": String(seqs.at(-1) ?? 0) },
      signal,
    });
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk, { stream: true });
      const frames = text.split("\n\n");
      text = frames.pop() ?? "";
      for (const frame of frames) {
        if (!frame.includes("event: message")) continue;
        seqs.push(Number(/^id: (\d+)$/m.exec(frame)?.[1]));
      }
    }
  };
  const reading = (async () => {
    while (!stopping.signal.aborted) {
      await readOnce().catch(() => {
        cuts += 1;
      });
    }
  })();

  return {
    seqs: () => seqs,
    cuts: () => cuts,
    untilSeq: async (seq) => {
      const end = Date.now() + WAIT_MS;
      while ((seqs.at(-1) ?? 0) < seq) {
        if (Date.now() > end) throw new Error(`seq ${seq} was never read; got ${seqs.at(-1)}`);
        await delay(20);
      }
    },
    stop: async () => {
      stopping.abort();
      await reading;
    },
  };
}
