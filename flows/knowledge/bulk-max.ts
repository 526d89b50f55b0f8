/** Entries that one act may change: what the console offers at once, and what the server refuses more of. */
export const BULK_MAX = 500;
