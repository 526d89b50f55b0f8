export type Turns = {
  /** Works when it is its turn; `onWait` is told how many are before it, as long as there are any. */
  take<Result>(work: () => Promise<Result>, onWait?: (ahead: number) => void): Promise<Result>;
};

type Waiting = { readonly begin: () => void; readonly onWait: ((ahead: number) => void) | undefined };

/** Lets no more than so many work at once; the others wait in the order in which they came. One that fails holds nobody up. */
export function createTurns(atOnceMax: number): Turns {
  const waiting: Waiting[] = [];
  let atWork = 0;

  const next = (): void => {
    const first = atWork < atOnceMax ? waiting.shift() : undefined;
    if (first === undefined) return;
    atWork += 1;
    first.begin();
    for (const [at, { onWait }] of waiting.entries()) onWait?.(at + 1);
  };

  return {
    take: async (work, onWait) => {
      const turn = Promise.withResolvers<void>();
      waiting.push({ begin: turn.resolve, onWait });
      if (atWork < atOnceMax) next();
      else onWait?.(waiting.length);
      await turn.promise;
      try {
        return await work();
      } finally {
        atWork -= 1;
        next();
      }
    },
  };
}
