/** How often a page is read again, in hours, as selects hold it. */
export const RESYNCS = ["none", "24", "168", "720"] as const;

export type Resync = (typeof RESYNCS)[number];

export const isResync = (value: string): value is Resync => RESYNCS.some((known) => known === value);

export const toResyncHours = (resync: Resync): number | null => (resync === "none" ? null : Number(resync));
