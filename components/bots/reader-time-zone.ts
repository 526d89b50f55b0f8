/** Days begin where the reader is. */
export const readerTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
