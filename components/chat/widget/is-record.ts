export function isRecord(data: unknown): data is { readonly [key: string]: unknown } {
  return typeof data === "object" && data !== null;
}
