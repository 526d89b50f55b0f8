import { BULK_MAX } from "#flows/knowledge/bulk-max.ts";

/** The most that the server gives at once. */
export const LOAD_MAX = 100;

/** Every page after the other, up to what one act takes. */
export async function loadAllEntries<Entry>(
  loadPage: (page: number) => Promise<readonly Entry[]>,
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let page = 0; page * LOAD_MAX < BULK_MAX; page += 1) {
    const entries = await loadPage(page);
    found.push(...entries);
    if (entries.length < LOAD_MAX) break;
  }
  return found;
}
