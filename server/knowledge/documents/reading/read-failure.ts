import type { JsonObject } from "#flows/kernel/json.ts";

/** Why a file or a page could not be read. The code is stored and shown; every one has its text in both languages. */
export const READ_FAILURES = [
  /** Neither name nor content is of a kind that we read. */
  "file_type",
  /** The content is of another kind than the name says. Facts: `named`, `found`. */
  "disguised",
  "empty",
  "encrypted",
  "corrupt",
  /** A Word or Excel file of before 2007. */
  "old_office",
  /** Nothing but pictures: scanned pages, photos. */
  "no_text",
  /** Text in an encoding that is none of UTF-8, UTF-16 and GB18030. */
  "unknown_encoding",
  /** Larger, also once it is unpacked, than is read. Facts: `megabytesMax`. */
  "too_large",
  /** Facts: `pages`, `pagesMax`. */
  "too_many_pages",
  /** Facts: `columns`, `columnsMax`. */
  "too_many_columns",
  /** An archive that is made to harm whoever unpacks it. */
  "dangerous_archive",
  /** The reading took too long or too much memory, or would have. Facts: `seconds`, `megabytes` or `depthMax`. */
  "too_complex",
  /** The reader died three times for a reason that it did not tell. */
  "reader_crashed",
  /** A page behind an address that is not public. */
  "address_refused",
  "address_unreachable",
  /** Facts: `status`. */
  "page_status",
  "page_redirects",
  "page_timeout",
] as const;

export type ReadFailureCode = (typeof READ_FAILURES)[number];

/** An expected end of a reading: nothing of the document is kept, and whoever brought it is told why. */
export class ReadFailure extends Error {
  readonly code: ReadFailureCode;
  readonly facts: JsonObject;

  constructor(code: ReadFailureCode, facts: JsonObject = {}) {
    super(code);
    this.name = "ReadFailure";
    this.code = code;
    this.facts = facts;
  }
}
