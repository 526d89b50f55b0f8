/** What one base, and one upload, may hold. */
export const UPLOAD_BYTES_MAX = 30 * 1024 * 1024;
export const DOCUMENTS_MAX = 2_000;
export const TAGS_MAX = 20;
export const TAG_CHARS_MAX = 40;
export const NAME_CHARS_MAX = 200;
export const URL_CHARS_MAX = 2_000;
/** An edited passage may grow to some three of those that are cut. */
export const PASSAGE_CHARS_MAX = 2_000;
