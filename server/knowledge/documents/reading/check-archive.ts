import type { Readable } from "node:stream";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { ReadFailure } from "./read-failure.ts";

const ENTRIES_MAX = 2_000;
const INFLATED_BYTES_MAX = 200 * 1024 * 1024;
const RATIO_MAX = 100;
/** Small files of nothing but one letter pack better than any real one needs to. */
const RATIO_FREE_BYTES = 1024 * 1024;

/**
 * Unpacks a DOCX or XLSX once to see what it comes to, before a reader trusts it: how many entries, how large, how densely packed,
 * whether what is said of an entry is true, whether a name leaves the archive. Throws a `ReadFailure`.
 */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (zip.entryCount > ENTRIES_MAX) throw new ReadFailure("dangerous_archive", { entriesMax: ENTRIES_MAX });
  let inflated = 0;
  for await (const entry of listEntries(zip)) {
    if (entry.isEncrypted()) throw new ReadFailure("encrypted");
    let size = 0;
    for await (const piece of await openEntry(zip, entry)) {
      // Streams of bytes give buffers; their type does not say so.
      size += (piece as Buffer).length;
      inflated += (piece as Buffer).length;
      if (inflated > INFLATED_BYTES_MAX)
        throw new ReadFailure("too_large", { megabytesMax: INFLATED_BYTES_MAX / 1024 / 1024 });
      if (size > RATIO_FREE_BYTES && size > entry.compressedSize * RATIO_MAX)
        throw new ReadFailure("dangerous_archive", { ratioMax: RATIO_MAX });
    }
  }
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Sizes are counted while an entry is unpacked; `strictFileNames` refuses names with a backslash, ".." and "/" are always refused.
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true };
    fromBuffer(bytes, options, (error, zip) => (error ? reject(toFailure(error)) : resolve(zip)));
  });
}

async function* listEntries(zip: ZipFile): AsyncGenerator<Entry> {
  for (let read = 0; read < zip.entryCount; read += 1) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const stop = (): void => {
        zip.off("entry", onEntry);
        zip.off("end", onEnd);
        zip.off("error", onError);
      };
      const onEntry = (found: Entry): void => {
        stop();
        resolve(found);
      };
      const onEnd = (): void => {
        stop();
        resolve(null);
      };
      const onError = (error: Error): void => {
        stop();
        reject(toFailure(error));
      };
      zip.on("entry", onEntry);
      zip.on("end", onEnd);
      zip.on("error", onError);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

async function* openEntry(zip: ZipFile, entry: Entry): AsyncGenerator<unknown> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(toFailure(error)) : resolve(opened)));
  });
  try {
    yield* stream;
  } catch (error) {
    throw toFailure(error);
  }
}

/** What the archive says of itself is not so: damage, unless it points out of the archive. */
function toFailure(error: unknown): ReadFailure {
  const message = error instanceof Error ? error.message : "";
  const leaves = /invalid relative path|absolute path|invalid characters in fileName/i.test(message);
  return new ReadFailure(leaves || /too many bytes/i.test(message) ? "dangerous_archive" : "corrupt");
}
