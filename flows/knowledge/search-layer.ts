/** Where a search may look: what stands in documents, and what experts have approved of experience. */
export const SEARCH_LAYERS = ["documents", "cases"] as const;

export type SearchLayer = (typeof SEARCH_LAYERS)[number];
