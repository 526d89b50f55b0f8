import { createHash } from "node:crypto";
import { normalizeText } from "../../understanding/normalize.ts";

/** The form in which names, types and predicates are compared: however they are written, the same words are the same thing. */
export function toComparable(words: string): string {
  return normalizeText(words) || words.normalize("NFKC").trim().toLowerCase();
}

/** By which an entity is known in its base. */
export function toEntityKey({ type, name }: { readonly type: string; readonly name: string }): string {
  return hash([toComparable(type), toComparable(name)]);
}

type Said = {
  /** Null for what a person added. */
  readonly documentId: string | null;
  readonly subjectKey: string;
  readonly predicate: string;
  /** Key of an entity, or a value as it is written: `2.5` and `25` are not the same. */
  readonly object: { readonly entityKey: string } | { readonly value: string };
};

/** By which a fact is found again: what one document says is one fact, however often it says so. */
export function toFactKey({ documentId, subjectKey, predicate, object }: Said): string {
  const said = "value" in object ? `=${object.value.normalize("NFKC").trim()}` : object.entityKey;
  return hash([documentId ?? "", subjectKey, toComparable(predicate), said]);
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 32);
}
