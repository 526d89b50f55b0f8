import { isRecord } from "./is-record.ts";

/**
 * How the host page and the chat in its frame meet. Each side proves that it is the window that the other one means.
 *
 * H1. The loader makes a nonce and gives it to the frame in the fragment of its address, which no server sees.
 * H2. The chat says hello with that nonce and one of its own, addressed to the exact origin that the loader named:
 *     a browser delivers it to no other origin.
 * H3. The loader answers only its own frame, only from the exact origin of the chat, only with the right nonce;
 *     its answer carries the chat's nonce and one end of a channel, addressed to the exact origin of the chat.
 * H4. The chat takes only its parent, only from the exact origin that it greeted, only with its own nonce, only once.
 * H5. From then on only the channel is listened to. Windows without an origin ("null") never meet.
 */

/** The facts of a window message that the handshake looks at. */
export type Knock = {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
};

export type Expected = { readonly source: unknown; readonly origin: string; readonly nonce: string };

const HELLO = "jieda:hello";
const WELCOME = "jieda:welcome";

export function toHello(hostNonce: string, chatNonce: string) {
  return { type: HELLO, nonce: hostNonce, reply: chatNonce };
}

export function toWelcome(chatNonce: string) {
  return { type: WELCOME, nonce: chatNonce };
}

/** H3: the chat's nonce when this is the hello that the loader waits for, else null. */
export function acceptHello(knock: Knock, expected: Expected): string | null {
  if (!isExpected(knock, expected, HELLO) || !isRecord(knock.data)) return null;
  const { reply } = knock.data;
  return typeof reply === "string" && reply.length >= 16 && reply.length <= 64 ? reply : null;
}

/** H4: the channel when this is the answer that the chat waits for, else null. */
export function acceptWelcome(knock: Knock, expected: Expected): MessagePort | null {
  if (!isExpected(knock, expected, WELCOME) || knock.ports.length !== 1) return null;
  return knock.ports[0] ?? null;
}

/** The exact origin in a text that names one, or null: no path, no "null", nothing but http and https. */
export function parseOrigin(text: string | null): string | null {
  try {
    const { origin, protocol } = new URL(text ?? "");
    return (protocol === "https:" || protocol === "http:") && origin === text ? origin : null;
  } catch {
    return null;
  }
}

function isExpected(knock: Knock, expected: Expected, type: string): boolean {
  return (
    knock.source !== null &&
    knock.source === expected.source &&
    knock.origin === expected.origin &&
    expected.origin !== "null" &&
    isRecord(knock.data) &&
    knock.data.type === type &&
    expected.nonce.length >= 16 &&
    knock.data.nonce === expected.nonce
  );
}
