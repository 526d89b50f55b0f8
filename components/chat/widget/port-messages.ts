import type { JsonObject } from "../../../flows/kernel/json.ts";
import { isRecord } from "./is-record.ts";
import { parsePageContext } from "./page-context.ts";

/**
 * What the host page and the chat in its frame say to each other, once they have met (see handshake.ts).
 * No word of the talk and no token ever crosses: the host page learns that something happened, never what was said.
 */

export type HostMessage =
  | {
      readonly type: "configure";
      readonly identity: string | null;
      readonly locale: string | null;
      readonly context: JsonObject | null;
      readonly isVisible: boolean;
      /** The page asked for a reset before the chat was there: what is stored belongs to the one before. */
      readonly isFresh: boolean;
    }
  | { readonly type: "visibility"; readonly isVisible: boolean }
  | { readonly type: "identify"; readonly identity: string }
  | { readonly type: "set-locale"; readonly locale: string }
  | { readonly type: "set-context"; readonly context: JsonObject }
  | { readonly type: "reset" };

export type ChatToHostMessage =
  | { readonly type: "ready" }
  | { readonly type: "unread"; readonly count: number; readonly titlePrefix: string }
  | { readonly type: "message"; readonly role: "bot" | "agent" }
  | { readonly type: "close" };

/** Longer is no identity and no language. */
const IDENTITY_MAX_CHARS = 8_000;
const LOCALE_MAX_CHARS = 35;

/** A message of the host page, or null for anything else. Written by hand: the same file is part of the small loader. */
export function parseHostMessage(data: unknown): HostMessage | null {
  if (!isRecord(data)) return null;
  const { type, identity, locale, isVisible } = data;
  switch (type) {
    case "reset":
      return { type };
    case "visibility":
      return typeof isVisible === "boolean" ? { type, isVisible } : null;
    case "identify":
      return isShort(identity, IDENTITY_MAX_CHARS) ? { type, identity } : null;
    case "set-locale":
      return isShort(locale, LOCALE_MAX_CHARS) ? { type, locale } : null;
    case "set-context": {
      const context = parsePageContext(data.context);
      return context && { type, context };
    }
    case "configure":
      return parseConfigure(data);
    default:
      return null;
  }
}

function parseConfigure(data: { readonly [key: string]: unknown }): HostMessage | null {
  const { identity, locale, isVisible, isFresh } = data;
  if (typeof isVisible !== "boolean" || typeof isFresh !== "boolean") return null;
  if (identity !== null && !isShort(identity, IDENTITY_MAX_CHARS)) return null;
  if (locale !== null && !isShort(locale, LOCALE_MAX_CHARS)) return null;
  // A loader that a browser still has from before knows of no context.
  const given = data.context ?? null;
  const context = given === null ? null : parsePageContext(given);
  if (given !== null && context === null) return null;
  return { type: "configure", identity, locale, context, isVisible, isFresh };
}

/** A message of the chat, or null for anything else. */
export function parseChatMessage(data: unknown): ChatToHostMessage | null {
  if (!isRecord(data)) return null;
  const { type, count, titlePrefix, role } = data;
  if (type === "ready" || type === "close") return { type };
  if (type === "message") return role === "bot" || role === "agent" ? { type, role } : null;
  if (type !== "unread" || typeof count !== "number" || !Number.isInteger(count) || count < 0) return null;
  return isShort(titlePrefix, 60) ? { type, count, titlePrefix } : null;
}

function isShort(value: unknown, charsMax: number): value is string {
  return typeof value === "string" && value.length <= charsMax;
}
