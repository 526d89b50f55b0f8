/** Dice that fall the same way for the same seed: what a run did can be done again, but for the order in which programs reach the database. */
export type Dice = {
  /** 0 <= x < 1 */
  next(): number;
  isLucky(share: number): boolean;
  /** 1 to `max`. */
  upTo(max: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Dice of their own, so that what one actor does never changes what another one draws. */
  split(): Dice;
};

/** mulberry32: small, and good enough to mix actions. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    isLucky: (share) => next() < share,
    upTo: (max) => 1 + Math.floor(next() * max),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    split: () => createDice(Math.floor(next() * 2 ** 32)),
  };
}
