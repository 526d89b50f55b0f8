/** Runs what shares a key one after the other, in the order of the calls, within this process. Different keys never wait for each other. */
export type KeyedLock = { run<Result>(key: string, work: () => Promise<Result>): Promise<Result> };

export function createKeyedLock(): KeyedLock {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const tail = tails.get(key);
      const running = tail ? tail.then(work, work) : work();
      tails.set(key, running);
      const forget = () => {
        if (tails.get(key) === running) tails.delete(key);
      };
      running.then(forget, forget);
      return running;
    },
  };
}
