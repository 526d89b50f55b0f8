import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "../app-error.ts";
import type { ConversationRef } from "./contract.ts";
import type { ConversationStore } from "./conversation-store.ts";
import { hashToken } from "./start-conversation.ts";

const NO_HASH = Buffer.alloc(32);
const uuid = z.uuid();

/**
 * Finds the conversation that a token opens; `not_found` for wrong, foreign and unknown alike. A refusal costs one read of the
 * database whatever is refused, so its time does not tell whether the conversation exists.
 */
export async function authorize(
  store: ConversationStore,
  conversationId: string,
  token: string,
): Promise<ConversationRef> {
  const cached = store.findCached(conversationId);
  const state = cached ?? (uuid.safeParse(conversationId).success ? await store.find(conversationId) : null);
  const isRight = timingSafeEqual(hashToken(token), state?.tokenHash ?? NO_HASH);
  if (state && isRight) return { conversationId, workspaceId: state.workspaceId, botId: state.botId };
  if (cached) await store.read(conversationId);
  throw new AppError("not_found");
}
