/** What a document was read as, and the endings by which the import knows the same; the first is the usual one. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "text/markdown": ["md", "markdown"],
  "text/html": ["html", "htm", "xhtml"],
  "text/csv": ["csv", "tsv"],
  "text/plain": ["txt", "text"],
};

/** As long as the import takes them. */
const NAME_CHARS_MAX = 200;

type Named = { readonly name: string; readonly mediaType: string | null };

/** The name with an ending that says what the document is: renamed, it may have lost its own, and the import has nothing else to go by. */
export function toImportName({ name, mediaType }: Named): string {
  const endings = ENDINGS[mediaType ?? ""];
  if (endings === undefined || endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)))
    return name;
  const added = `.${endings[0]}`;
  return name.slice(0, NAME_CHARS_MAX - added.length) + added;
}
