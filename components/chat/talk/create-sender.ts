import { backoffMs } from "./backoff.ts";
import type { ApiFailure, MessageBody } from "./create-api.ts";
import { isLostStatus, type OpenTalk, wait } from "./talk-deps.ts";
import type { Outgoing, SendFailure } from "./talk-state.ts";

const TRIES_MAX = 3;

/** Longer than this the customer should decide, not the page. */
const PATIENCE_MS = 15_000;

/** Delivers the outbox in order, one at a time, each under its own id, so that a repeat is never a second message. */
export function createSender(talk: OpenTalk) {
  let isPumping = false;

  const pump = async (): Promise<void> => {
    if (isPumping) return;
    isPumping = true;
    for (let next = findWaiting(talk); next && !talk.isLeft(); next = findWaiting(talk)) {
      await deliver(talk, next);
    }
    isPumping = false;
  };

  return { pump: () => void pump() };
}

function findWaiting(talk: OpenTalk): Outgoing | undefined {
  return talk.store.getState().outbox.find(({ delivery }) => delivery === "waiting");
}

async function deliver(talk: OpenTalk, outgoing: Outgoing): Promise<void> {
  const { api, surroundings } = talk.deps;
  const { clientId } = outgoing;
  talk.dispatch({ type: "send-begun", clientId });
  for (let attempt = 0; ; attempt += 1) {
    const result = await api.sendMessage(talk.session, toBody(outgoing));
    if (talk.isLeft()) return;
    if (result.isOk) {
      talk.dispatch({ type: "send-answered", clientId, ...result.value });
      return;
    }
    const pauseMs = pauseBeforeRetry(result.failure, attempt, surroundings.chance());
    if (pauseMs === null) {
      settleFailure(talk, clientId, result.failure);
      return;
    }
    await wait(surroundings, pauseMs);
  }
}

function settleFailure(talk: OpenTalk, clientId: string, failure: ApiFailure): void {
  talk.dispatch({ type: "send-failed", clientId, failure: toSendFailure(failure) });
  if (failure.code === "conversation_ended") talk.dispatch({ type: "status-changed", status: "ended" });
  else if (isLostStatus(failure.status)) talk.onLost();
}

function toBody({ clientId, text, choice, attachments }: Outgoing): MessageBody {
  return {
    id: clientId,
    ...(text === "" ? {} : { text }),
    ...(choice === null ? {} : { choice }),
    ...(attachments.length === 0 ? {} : { attachments: attachments.map(({ fileId }) => ({ fileId })) }),
  };
}

function pauseBeforeRetry(failure: ApiFailure, attempt: number, chance: number): number | null {
  if (attempt + 1 >= TRIES_MAX) return null;
  const isPassing = failure.status === 0 || failure.status >= 500 || failure.status === 429;
  if (!isPassing) return null;
  const pauseMs = failure.retryAfterMs ?? backoffMs(attempt, chance);
  return pauseMs <= PATIENCE_MS ? pauseMs : null;
}

function toSendFailure({ status, code }: ApiFailure): SendFailure {
  if (code === "conversation_ended") return "ended";
  if (status === 429) return "too_many";
  if (status === 413) return "too_long";
  return status === 0 || status >= 500 ? "network" : "refused";
}
