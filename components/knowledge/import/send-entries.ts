import { z } from "zod";
import type { ImportField } from "#server/knowledge/faq/import/import-fields.ts";
import { readFailure, type UploadFailure } from "../documents/upload-file.ts";
import { importMessages } from "./messages.ts";

// as: the texts name exactly the fields of the server, which `satisfies` below would refuse otherwise.
export const IMPORT_FIELDS = Object.keys(importMessages.en.fields) as ImportField[];
importMessages.en.fields satisfies Readonly<Record<ImportField, string>>;

export type ImportMapping = readonly (ImportField | null)[];

const field = z.enum(IMPORT_FIELDS);

const rowSchema = z.object({
  row: z.number(),
  question: z.string(),
  content: z.object({ answers: z.array(z.object({ text: z.string() })) }).nullable(),
  errors: z.array(z.object({ code: z.string(), field })),
  duplicate: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("in-base"), text: z.string() }),
      z.object({ type: z.literal("in-file"), text: z.string(), row: z.number() }),
    ])
    .nullable(),
});

const previewSchema = z.object({
  columns: z.array(z.string()),
  mapping: z.array(field.nullable()),
  rows: z.array(rowSchema),
  total: z.number(),
  valid: z.number(),
  failed: z.number(),
  duplicates: z.number(),
});

const importedSchema = z.object({ added: z.number(), skipped: z.number() });

export type ImportPreview = z.infer<typeof previewSchema>;
export type ImportRow = ImportPreview["rows"][number];

type Sending = {
  readonly baseId: string;
  readonly file: File;
  /** Null lets the server read the names of the columns. */
  readonly mapping: ImportMapping | null;
};
type Choice = { readonly skipsFailed: boolean; readonly skipsDuplicates: boolean };

/** What the server did not do, in the form in which its procedures say so. */
export class ImportRefusal extends Error {
  readonly failure: UploadFailure;

  constructor(failure: UploadFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What a file would bring; writes nothing. */
export const previewEntries = async (sending: Sending): Promise<ImportPreview> =>
  previewSchema.parse(await send("preview", sending, {}));

export const importEntries = async (
  sending: Sending,
  { skipsFailed, skipsDuplicates }: Choice,
): Promise<z.infer<typeof importedSchema>> =>
  importedSchema.parse(
    await send("import", sending, {
      skipsFailed: String(skipsFailed),
      skipsDuplicates: String(skipsDuplicates),
    }),
  );

async function send(
  path: "preview" | "import",
  { baseId, file, mapping }: Sending,
  more: Readonly<Record<string, string>>,
): Promise<unknown> {
  const query = new URLSearchParams({
    ...{ base: baseId, name: file.name, ...more },
    ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
  });
  const response = await fetch(`/console/entries/${path}?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  }).catch(() => null);
  if (response === null) throw new ImportRefusal({ code: "offline", reason: null });
  if (!response.ok) throw new ImportRefusal(readFailure(await response.text()));
  return response.json();
}
