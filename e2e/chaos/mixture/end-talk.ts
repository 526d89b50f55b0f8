import { AppError } from "#server/app-error.ts";
import type { ConversationRef, Runtime } from "#server/runtime/contract.ts";

/** Each is answered `busy` only after many lost races of its own; so many in a row are a fault. */
const TRIES_MAX = 5;

/** Ends a talk as its customer does, who is told `busy` by a program that turns of other programs were ahead of, and asks again. */
export async function endTalk(
  runtime: Pick<Runtime, "endConversation">,
  ref: ConversationRef,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { status } = await runtime.endConversation(ref, "ended-by-customer");
      if (status !== "ended") throw new Error(`ended, and yet ${status}`);
      return;
    } catch (error) {
      const isBusy = error instanceof AppError && error.code === "busy";
      if (!isBusy || tries >= TRIES_MAX) throw error;
    }
  }
}
