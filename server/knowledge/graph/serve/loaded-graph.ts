import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import type { DataClass } from "../../documents/document-row.ts";
import { extractCodes } from "../../retrieval/extract-terms.ts";
import { toComparable } from "../to-key.ts";

export type LoadedEntity = {
  readonly id: string;
  readonly type: string;
  /** Its own type, and those of what is the same: flows that ask for one of them go on finding it. */
  readonly types: readonly string[];
  readonly name: string;
  /** Names and aliases of what is the same are among them. */
  readonly aliases: readonly string[];
};

export type FactDocument = {
  readonly id: string;
  readonly name: string;
  readonly dataClass: DataClass;
  /** First and last day on which customers are answered from it, as `2026-11-27`. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};

export type LoadedFact = {
  readonly id: string;
  readonly subjectId: string;
  readonly predicate: string;
  readonly objectId: string | null;
  /** The name of the object, where it is one. */
  readonly value: string;
  /** Null for what a person added. */
  readonly document: FactDocument | null;
  readonly passageId: string | null;
  readonly titlePath: readonly string[];
  readonly place: PassagePlace | null;
  readonly quote: string;
};

/** The accepted facts of one base in memory; plain data, which threads can hand to each other. */
export type LoadedGraph = {
  readonly baseId: string;
  readonly workspaceId: string;
  /** Counts the changes of its facts and of the documents that say them. */
  readonly rev: number;
  readonly entities: ReadonlyMap<string, LoadedEntity>;
  readonly facts: ReadonlyMap<string, readonly LoadedFact[]>;
  readonly names: NameIndex;
};

export type NameIndex = {
  /** Ids by name and alias, in the form in which names are compared. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Ids by part number, however it is broken up. */
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  /** Lengths of names, longest first. */
  readonly lengths: readonly number[];
};

export function indexNames(entities: Iterable<LoadedEntity>): NameIndex {
  const byName = new Map<string, string[]>();
  const byCode = new Map<string, string[]>();
  for (const { id, name, aliases } of entities)
    for (const word of [name, ...aliases]) {
      const comparable = toComparable(word);
      if (comparable === "") continue;
      addTo(byName, comparable, id);
      const code = toCode(word);
      if (code !== null) addTo(byCode, code, id);
    }
  const lengths = [...new Set([...byName.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return { byName, byCode, lengths };
}

/** A name that is a part number and nothing else: `AX-200/7` is also known as `ax2007`. */
function toCode(name: string): string | null {
  const whole = `#${toComparable(name).replaceAll(" ", "")}`;
  return extractCodes(name).has(whole) ? whole : null;
}

function addTo(ids: Map<string, string[]>, key: string, id: string): void {
  const known = ids.get(key);
  if (known === undefined) ids.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}
