export type Turns<Rank> = {
  /** Works when it is its turn; `onWait` is told how many are before it, as long as there are any. */
  take<Result>(rank: Rank, work: () => Promise<Result>, onWait?: (ahead: number) => void): Promise<Result>;
};

type Waiting<Rank> = {
  readonly rank: Rank;
  readonly begin: () => void;
  readonly onWait: ((ahead: number) => void) | undefined;
  /** What `onWait` was told last. */
  ahead: number;
};

/**
 * Lets no more than so many work at once. `ranks` says who comes before whom, and how many of each may work at once; those of one
 * rank wait in the order in which they came. One that fails holds nobody up.
 */
export function createTurns<Rank extends string>(
  atOnceMax: number,
  ranks: readonly (readonly [rank: Rank, atOnceMax: number])[],
): Turns<Rank> {
  const order = new Map(ranks.map(([rank], at) => [rank, at]));
  const room = new Map(ranks);
  const waiting: Waiting<Rank>[] = [];
  let atWork = 0;

  const toPlace = ({ rank }: Waiting<Rank>): number => order.get(rank) ?? ranks.length;
  const give = (rank: Rank, places: number): void => void room.set(rank, (room.get(rank) ?? 0) + places);

  const next = (): void => {
    const at = atWork < atOnceMax ? waiting.findIndex(({ rank }) => (room.get(rank) ?? 0) > 0) : -1;
    const [first] = at < 0 ? [] : waiting.splice(at, 1);
    if (first !== undefined) {
      atWork += 1;
      give(first.rank, -1);
      first.begin();
    }
    for (const [before, one] of waiting.entries()) {
      if (one.ahead === before + 1) continue;
      one.ahead = before + 1;
      one.onWait?.(one.ahead);
    }
  };

  return {
    take: async (rank, work, onWait) => {
      const turn = Promise.withResolvers<void>();
      waiting.push({ rank, begin: turn.resolve, onWait, ahead: 0 });
      waiting.sort((one, other) => toPlace(one) - toPlace(other));
      next();
      await turn.promise;
      try {
        return await work();
      } finally {
        atWork -= 1;
        give(rank, 1);
        next();
      }
    },
  };
}
