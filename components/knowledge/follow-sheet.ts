/** Where a sheet that the address opens stands in the history of the browser. */
export type SheetPlace = {
  readonly openId: string | null;
  /** The step before it is the list without a sheet: "back" and closing lead to the same page. */
  readonly isAboveList: boolean;
};

export const startPlace = (openId: string | null): SheetPlace => ({ openId, isAboveList: false });

/**
 * The address names another sheet, or none. What replaced the one before, as an entry that was new and is saved, stands in its place;
 * what was opened from within a sheet stands above that one.
 */
export function followSheet(place: SheetPlace, openId: string | null, isReplaced: boolean): SheetPlace {
  if (place.openId === openId) return place;
  if (openId === null) return { openId, isAboveList: false };
  return { openId, isAboveList: place.openId === null || (isReplaced && place.isAboveList) };
}
