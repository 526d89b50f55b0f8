import type { Json, JsonObject } from "#flows/kernel/json.ts";

/** A value typed as JSON; null when it is none. Wrapped, since null is a value too. */
export function parseJson(text: string): { readonly json: Json } | null {
  try {
    // as: JSON.parse gives JSON.
    return { json: JSON.parse(text) as Json };
  } catch {
    return null;
  }
}

/** The same for an object with names; nothing typed is an empty one. */
export function parseJsonObject(text: string): { readonly json: JsonObject } | null {
  const json = text.trim() === "" ? {} : parseJson(text)?.json;
  // as: what is neither null nor a list is an object with string keys.
  return typeof json === "object" && json !== null && !Array.isArray(json)
    ? { json: json as JsonObject }
    : null;
}
