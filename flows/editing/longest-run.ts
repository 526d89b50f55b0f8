/** The numbers of a longest increasing run: elements that may stay where they are when a list is put in another order. */
export function findStable(places: readonly number[]): ReadonlySet<number> {
  /** Index into `places` of the smallest end of a run of each length. */
  const ends: number[] = [];
  const previous: number[] = [];
  places.forEach((place, index) => {
    const length = countBelow(ends, places, place);
    previous[index] = length === 0 ? -1 : (ends[length - 1] ?? -1);
    ends[length] = index;
  });
  const stable = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const place = places[index];
    if (place !== undefined) stable.add(place);
  }
  return stable;
}

function countBelow(ends: readonly number[], places: readonly number[], place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = places[ends[middle] ?? -1] ?? Number.POSITIVE_INFINITY;
    if (end < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
