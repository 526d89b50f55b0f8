import type { ShownFact } from "./list-facts.ts";
import { toComparable } from "./to-key.ts";

/** Where else a fact is said. */
export type FactSaying = { readonly factId: string } & Pick<
  ShownFact,
  | "documentId"
  | "documentName"
  | "passageId"
  | "passage"
  | "titlePath"
  | "quote"
  | "spanFrom"
  | "spanTo"
  | "isSourceChanged"
>;

/** A fact with others that say the same; they are decided and edited together. */
export type HeldFact = ShownFact & { readonly doubles: readonly FactSaying[] };

/** What several sources say, or one of them under several names of a thing, stands once, where it is said first. */
export function toOnce(facts: readonly ShownFact[]): readonly HeldFact[] {
  const once = new Map<string, ShownFact & { doubles: FactSaying[] }>();
  for (const fact of facts) {
    const key = toSaidKey(fact);
    const known = once.get(key);
    if (known === undefined) once.set(key, { ...fact, doubles: [] });
    else known.doubles.push(toSaying(fact));
  }
  return [...once.values()];
}

function toSaidKey({ state, subjectId, predicate, objectId, value }: ShownFact): string {
  return JSON.stringify([
    ...[state, subjectId, toComparable(predicate)],
    objectId ?? value?.normalize("NFKC").trim() ?? "",
  ]);
}

export const toSaying = ({
  id,
  documentId,
  documentName,
  passageId,
  passage,
  titlePath,
  ...fact
}: ShownFact): FactSaying => ({
  ...{ factId: id, documentId, documentName, passageId, passage, titlePath },
  ...{ quote: fact.quote, spanFrom: fact.spanFrom, spanTo: fact.spanTo },
  isSourceChanged: fact.isSourceChanged,
});
