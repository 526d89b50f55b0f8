import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

/** Customers as stubborn as ours: every message is sent with the same id until it is accepted. Bounded in number and time. */

const GIVE_UP_MS = 90_000;
const RETRY_MS = 100;

export type Talk = {
  readonly conversationId: string;
  readonly token: string;
  /** Ids that the API accepted (2xx), in the order of sending. */
  readonly accepted: { readonly id: string; readonly text: string }[];
};

export type CustomerOptions = {
  readonly base: string;
  readonly botKey: string;
  readonly customers: number;
  readonly messages: number;
  /** Every n-th message is sent twice at once. */
  readonly duplicateEvery?: number;
  /** Every n-th message asks for a queued step. */
  readonly taskEvery?: number;
};

/** Lets customers talk until each of their messages is accepted. */
export async function letCustomersTalk(options: CustomerOptions): Promise<readonly Talk[]> {
  return Promise.all(Array.from({ length: options.customers }, () => talk(options)));
}

async function talk(options: CustomerOptions): Promise<Talk> {
  const { base, botKey, messages, duplicateEvery = 4, taskEvery = 5 } = options;
  const started = await post(`${base}/v1/bots/${botKey}/conversations`, { locale: "en" }, null);
  // The API's own answer, checked by its tests.
  const { conversationId, token } = started as { conversationId: string; token: string };
  const accepted: { id: string; text: string }[] = [];
  for (let i = 1; i <= messages; i += 1) {
    const message = { id: randomUUID(), text: i % taskEvery === 0 ? `task ${i}` : `m${i}` };
    const send = () => post(`${base}/v1/conversations/${conversationId}/messages`, message, token);
    await Promise.all(i % duplicateEvery === 0 ? [send(), send()] : [send()]);
    accepted.push(message);
  }
  return { conversationId, token, accepted };
}

/** Sends until it is answered; refuses to hide a refusal (4xx). */
export async function post(url: string, body: unknown, token: string | null): Promise<unknown> {
  const end = Date.now() + GIVE_UP_MS;
  while (Date.now() < end) {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    if (response?.ok) {
      const answer = await response.json().catch(() => null);
      if (answer !== null) return answer;
    } else if (response !== null && response.status < 500 && response.status !== 429) {
      throw new Error(`refused: ${response.status} ${await response.text()}`);
    }
    await delay(RETRY_MS);
  }
  throw new Error(`not accepted within ${GIVE_UP_MS} ms: ${url}`);
}
