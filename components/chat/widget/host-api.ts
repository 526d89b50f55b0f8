/** What happens in the chat, as the host page may hear it. Never what was said. */
export type HostEvents = {
  readonly ready: undefined;
  readonly opened: undefined;
  readonly closed: undefined;
  readonly message: { readonly role: "bot" | "agent" };
  readonly unread: { readonly count: number };
  readonly error: { readonly code: "bot_not_found" | "not_reachable" | "context_invalid" };
};

type Listener = (detail: unknown) => void;

/** Listeners of the host page; one that throws harms neither the others nor the chat. */
export function createHostEvents() {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on: (name: string, listener: Listener): void => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off: (name: string, listener: Listener): void => {
      listeners.get(name)?.delete(listener);
    },
    emit: <Name extends keyof HostEvents>(name: Name, detail: HostEvents[Name]): void => {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          listener(detail);
        } catch (error) {
          // Shows in the page's own error log, and nowhere else.
          setTimeout(() => {
            throw error;
          });
        }
      }
    },
  };
}

export type HostCalls = { readonly [name: string]: (...values: never[]) => void };

/**
 * `window.Jieda`: the calls themselves, and `push(["open"])` for pages that speak before the script has come:
 * `window.Jieda = window.Jieda || []` collects, and what was collected is done now, in order.
 */
export function publishHostApi(calls: HostCalls): boolean {
  const page: Window & { Jieda?: unknown } = window;
  const before = page.Jieda;
  // The script stands on the page twice: one widget is enough.
  if (before && !Array.isArray(before)) return false;
  const push = (...entries: readonly unknown[]): void => {
    for (const entry of entries) {
      const [name, ...values]: unknown[] = Array.isArray(entry) ? entry : [entry];
      const call = typeof name === "string" && Object.keys(calls).includes(name) ? calls[name] : undefined;
      // What the page passes is of any type; each call checks it itself.
      (call as ((...values: unknown[]) => void) | undefined)?.(...values);
    }
  };
  page.Jieda = Object.freeze({ ...calls, push });
  if (Array.isArray(before)) push(...before);
  return true;
}
