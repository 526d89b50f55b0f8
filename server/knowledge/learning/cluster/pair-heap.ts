/** Two groups that may be joined. `stamp`: of what they were when they were offered. */
export type Pair = { readonly value: number; readonly a: number; readonly b: number; readonly stamp: number };

/** Nearest first; among equals the one of the earlier rows, so that nothing depends on chance. */
function isBefore(x: Pair, y: Pair): boolean {
  if (x.value !== y.value) return x.value > y.value;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

export function pushPair(heap: Pair[], pair: Pair): void {
  let at = heap.length;
  heap.push(pair);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(pair, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = pair;
}

/** Takes the nearest pair out. */
export function popPair(heap: Pair[]): Pair | null {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined) return null;
  if (heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const child = pickChild(heap, at);
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return first;
}

function pickChild(heap: readonly Pair[], at: number): number {
  const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
  return left !== undefined && right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
}
