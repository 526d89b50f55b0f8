import type { LiveEvent } from "./contract.ts";

/**
 * Tells the readers of a conversation what just happened. A convenience: whoever misses an event catches up from the database
 * by sequence number. A listener that throws never harms the others or the turn.
 */
export type LiveBus = {
  publish(conversationId: string, event: LiveEvent): void;
  subscribe(conversationId: string, listener: (event: LiveEvent) => void): () => void;
};

/** Carries events to the other processes, when there are any. */
export type LiveRelay = { send(conversationId: string, event: LiveEvent): void; close(): Promise<void> };

export function createLiveBus(): LiveBus & {
  setRelay(relay: LiveRelay): void;
  deliver(conversationId: string, event: LiveEvent): void;
} {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  let relay: LiveRelay | null = null;

  const deliver = (conversationId: string, event: LiveEvent): void => {
    for (const listener of listeners.get(conversationId) ?? []) {
      try {
        listener(event);
      } catch {
        // A reader whose connection broke in this moment catches up when it comes back.
      }
    }
  };

  return {
    deliver,
    setRelay: (next) => {
      relay = next;
    },
    publish: (conversationId, event) => {
      deliver(conversationId, event);
      relay?.send(conversationId, event);
    },
    subscribe: (conversationId, listener) => {
      const known = listeners.get(conversationId) ?? new Set();
      known.add(listener);
      listeners.set(conversationId, known);
      return () => {
        known.delete(listener);
        if (known.size === 0 && listeners.get(conversationId) === known) listeners.delete(conversationId);
      };
    },
  };
}
