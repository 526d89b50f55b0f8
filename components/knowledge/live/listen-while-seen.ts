type Listening = {
  /** Also after every break, when something may have been missed. */
  onOpen(): void;
  onData(data: string): void;
};

/**
 * Listens to a stream of the server while the page is in sight. A browser has six connections to a site over HTTP/1.1: those of
 * pages that nobody looks at would leave none to the page that somebody works in.
 */
export function listenWhileSeen(address: string, { onOpen, onData }: Listening): () => void {
  let source: EventSource | null = null;
  const follow = (): void => {
    if (document.hidden) {
      source?.close();
      source = null;
      return;
    }
    if (source !== null) return;
    source = new EventSource(address);
    source.onopen = onOpen;
    source.onmessage = ({ data }) => onData(String(data));
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    source?.close();
  };
}
