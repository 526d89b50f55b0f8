import { ReadFailure } from "./read-failure.ts";

/** How a limited process hears what it is to read and tells what it found. Both ends are ours (`run-reader.ts`). */

/** Does the work of the one order that comes, and ends the process. What fails is told as a failure of the file. */
export function receiveOrder<Order extends { readonly size: number }>(
  work: (order: Order, bytes: Uint8Array) => Promise<void>,
): void {
  process.once("message", (message) => {
    // as: only the starter can send anything here.
    const order = message as Order;
    void readInput(order.size)
      .then((bytes) => work(order, bytes))
      .catch((error: unknown) => {
        if (error instanceof ReadFailure)
          return sendMessage({ type: "failure", code: error.code, facts: error.facts });
        // A library that stumbles over a file that nobody foresaw: to whoever brought it, the file is broken.
        return sendMessage({ type: "failure", code: "corrupt", facts: {} });
      })
      .finally(() => process.disconnect());
  });
}

/** Ends when the message is on its way, so that the process does not end before it. */
export function sendMessage(message: object): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, {}, () => resolve());
  });
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
