const BLINK_MS = 1_200;

/** Lets the host page's title blink while it is out of sight and something waits to be read. */
export function createTitleBlink() {
  let timer: ReturnType<typeof setInterval> | undefined;
  let plain = "";

  const stop = (): void => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    document.title = plain;
  };
  document.addEventListener("visibilitychange", () => document.hidden || stop());

  return (count: number, prefix: string): void => {
    const isWanted = count > 0 && document.hidden;
    if (!isWanted) stop();
    if (!isWanted || timer !== undefined) return;
    plain = document.title;
    timer = setInterval(() => {
      document.title = document.title === plain ? prefix + plain : plain;
    }, BLINK_MS);
  };
}
