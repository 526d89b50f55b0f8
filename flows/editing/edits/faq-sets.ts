import type { Bundle, FaqEntry } from "../../kernel/flow.ts";

export type FaqSet = Bundle["faqSets"][string];

/** Adds an empty set; a taken id changes nothing. */
export function addFaqSet(
  bundle: Bundle,
  { id, name }: { readonly id: string; readonly name: string },
): Bundle {
  if (Object.hasOwn(bundle.faqSets, id)) return bundle;
  return { ...bundle, faqSets: { ...bundle.faqSets, [id]: { name, entries: [], synonyms: [] } } };
}

/** A set that is gone changes nothing. */
export function updateFaqSet(bundle: Bundle, setId: string, change: (set: FaqSet) => FaqSet): Bundle {
  const set = Object.hasOwn(bundle.faqSets, setId) ? bundle.faqSets[setId] : undefined;
  const changed = set === undefined ? undefined : change(set);
  if (changed === undefined || changed === set) return bundle;
  return { ...bundle, faqSets: { ...bundle.faqSets, [setId]: changed } };
}

/** Writes an entry in the place of the one with its id, or at the end. */
export function putFaqEntry(bundle: Bundle, setId: string, entry: FaqEntry): Bundle {
  return updateFaqSet(bundle, setId, (set) => ({
    ...set,
    entries: set.entries.some(({ id }) => id === entry.id)
      ? set.entries.map((other) => (other.id === entry.id ? entry : other))
      : [...set.entries, entry],
  }));
}

export function removeFaqEntries(bundle: Bundle, setId: string, entryIds: Iterable<string>): Bundle {
  const gone = new Set(entryIds);
  return updateFaqSet(bundle, setId, (set) => {
    const entries = set.entries.filter(({ id }) => !gone.has(id));
    return entries.length === set.entries.length ? set : { ...set, entries };
  });
}

/** Takes a set away; nodes that ask it are left as they are, for the checks to show. */
export function removeFaqSet(bundle: Bundle, setId: string): Bundle {
  if (!Object.hasOwn(bundle.faqSets, setId)) return bundle;
  const { [setId]: _gone, ...faqSets } = bundle.faqSets;
  return { ...bundle, faqSets };
}
