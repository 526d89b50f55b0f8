import type { ImportMapping } from "./send-entries.ts";

type Source = {
  readonly baseId: string;
  readonly file: File | undefined;
  readonly mapping: ImportMapping | null;
};

/** What a preview depends on; the mapping stands last, after all that says which file it is. */
export const toPreviewKey = ({ baseId, file, mapping }: Source) =>
  ["knowledge-import", baseId, file?.name, file?.size, file?.lastModified, mapping] as const;

/** While the same file is read with another mapping its rows stay in sight; those of another file must not. */
export const isOfSameFile = (key: readonly unknown[], other: readonly unknown[] | undefined): boolean =>
  other !== undefined && key.slice(0, -1).every((part, i) => part === other[i]);
