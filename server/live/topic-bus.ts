/**
 * Tells whoever listens to a topic what just happened. A convenience: whoever misses an event catches up from the database.
 * A listener that throws never harms the others or the teller.
 */
export type TopicBus<Event> = {
  publish(topic: string, event: Event): void;
  subscribe(topic: string, listener: (event: Event) => void): () => void;
};

/** Carries events to the other processes, when there are any. */
export type TopicRelay<Event> = { send(topic: string, event: Event): void; close(): Promise<void> };

export type TopicHub<Event> = TopicBus<Event> & {
  setRelay(relay: TopicRelay<Event>): void;
  /** An event of another process, for the listeners of this one. */
  deliver(topic: string, event: Event): void;
};

export function createTopicBus<Event>(): TopicHub<Event> {
  const listeners = new Map<string, Set<(event: Event) => void>>();
  let relay: TopicRelay<Event> | null = null;

  const deliver = (topic: string, event: Event): void => {
    for (const listener of listeners.get(topic) ?? []) {
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
    publish: (topic, event) => {
      deliver(topic, event);
      relay?.send(topic, event);
    },
    subscribe: (topic, listener) => {
      const known = listeners.get(topic) ?? new Set();
      known.add(listener);
      listeners.set(topic, known);
      return () => {
        known.delete(listener);
        if (known.size === 0 && listeners.get(topic) === known) listeners.delete(topic);
      };
    },
  };
}
