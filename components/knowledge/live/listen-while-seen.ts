type Listening = {
  /** Also after every break, when something may have been missed. */
  onOpen(): void;
  onData(data: string): void;
};

/** A browser reconnects by itself when a connection breaks, but gives up for good on an answer such as a proxy's 502. */
const REOPEN_AFTER_MS = [3_000, 6_000, 12_000, 30_000] as const;

/**
 * Listens to a stream of the server while the page is in sight. A browser has six connections to a site over HTTP/1.1: those of
 * pages that nobody looks at would leave none to the page that somebody works in.
 */
export function listenWhileSeen(address: string, { onOpen, onData }: Listening): () => void {
  let source: EventSource | null = null;
  let refusals = 0;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(reopening);
    source?.close();
    source = null;
  };
  const open = (): void => {
    end();
    const opened = new EventSource(address);
    opened.onopen = () => {
      refusals = 0;
      onOpen();
    };
    opened.onmessage = ({ data }) => onData(String(data));
    opened.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      reopening = setTimeout(open, REOPEN_AFTER_MS[refusals] ?? REOPEN_AFTER_MS.at(-1));
      refusals += 1;
    };
    source = opened;
  };
  const follow = (): void => {
    if (document.hidden) end();
    else if (source === null) open();
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    end();
  };
}
