import type { z } from "zod";
import {
  type Bundle,
  type FaqEntry,
  type Flow,
  faqEntrySchema,
  flowNodeSchema,
  flowSchema,
  flowVariableSchema,
} from "../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Text } from "../kernel/text.ts";
import { updateFaqSet } from "./edits/faq-sets.ts";
import { readField, writeField } from "./field-path.ts";
import { listConfigStrings } from "./list-strings.ts";
import { updateFlow, updateNode } from "./locate.ts";

/** Where a text stands. `path` is a path into the node, note, group, variable or FAQ entry. */
export type TextPlace =
  | { readonly type: "node"; readonly flowId: string; readonly nodeId: string; readonly path: string }
  | { readonly type: "note" | "group"; readonly flowId: string; readonly id: string; readonly path: string }
  | { readonly type: "flow"; readonly flowId: string; readonly path: "title" }
  | { readonly type: "variable"; readonly flowId: string; readonly name: string; readonly path: string }
  | { readonly type: "faq"; readonly faqSet: string; readonly entryId: string | null; readonly path: string };

export type Found = {
  readonly place: TextPlace;
  readonly text: string;
  /** Where the query stands in it, each time. */
  readonly at: readonly number[];
  /** Ids and names of variables are found, but only a rename may change them. */
  readonly canReplace: boolean;
};

export type Query = { readonly text: string; readonly matchCase?: boolean };

export type Replacement = { readonly place: TextPlace; readonly before: string; readonly after: string };

type Candidate = Pick<Found, "place" | "text" | "canReplace">;

/** Titles, notes, texts, prompts, names of variables and FAQ ids of the whole bundle, in reading order. */
export function findText(bundle: Bundle, query: Query): readonly Found[] {
  if (query.text === "") return [];
  const flows = [[MAIN_FLOW_ID, bundle.flow] as const, ...Object.entries(bundle.subflows)];
  return [...flows.flatMap(([id, flow]) => listFlow(id, flow)), ...listFaqs(bundle)].flatMap((candidate) => {
    const at = listPlaces(candidate.text, query);
    return at.length === 0 ? [] : [{ ...candidate, at }];
  });
}

/** What replacing would change, for the author to look at first. */
export function previewReplace(
  found: readonly Found[],
  query: Query,
  replacement: string,
): readonly Replacement[] {
  return found.flatMap(({ place, text, at, canReplace }) => {
    if (!canReplace) return [];
    const pieces = at.map((start, i) =>
      text.slice(i === 0 ? 0 : (at[i - 1] ?? 0) + query.text.length, start),
    );
    const rest = text.slice((at.at(-1) ?? 0) + query.text.length);
    const after = [...pieces, rest].join(replacement);
    return after === text ? [] : [{ place, before: text, after }];
  });
}

/** Writes what was looked at. A text that was changed since then is left alone. */
export function applyReplacements(bundle: Bundle, replacements: readonly Replacement[]): Bundle {
  return replacements.reduce(replaceOne, bundle);
}

function listPlaces(text: string, query: Query): readonly number[] {
  const hay = query.matchCase === true ? text : fold(text);
  const needle = query.matchCase === true ? query.text : fold(query.text);
  const places: number[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}

/** Lower case sign by sign: `toLowerCase` of a whole text may change its length, and places would be off. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, i) => text.charAt(i))
    .map((sign) => (sign.toLowerCase().length === 1 ? sign.toLowerCase() : sign))
    .join("");
}

function listFlow(flowId: string, flow: Flow): readonly Candidate[] {
  const nodes = flow.nodes.flatMap((node): readonly Candidate[] => {
    const toPlace = (path: string) => ({ type: "node", flowId, nodeId: node.id, path }) as const;
    return [
      ...own(node.title, toPlace("title")),
      ...own(node.note, toPlace("note")),
      ...listConfigStrings(node).map(({ path, text, isName }) => ({
        place: toPlace(`config.${path}`),
        text,
        canReplace: !isName,
      })),
    ];
  });
  const notes = flow.notes.flatMap(({ id, text }) => own(text, { type: "note", flowId, id, path: "text" }));
  const groups = flow.groups.flatMap(({ id, title }) =>
    own(title, { type: "group", flowId, id, path: "title" }),
  );
  const variables = flow.variables.flatMap(({ name, description }) => [
    { place: { type: "variable", flowId, name, path: "name" } as const, text: name, canReplace: false },
    ...own(description, { type: "variable", flowId, name, path: "description" }),
  ]);
  return [
    ...own(flow.title, { type: "flow", flowId, path: "title" }),
    ...nodes,
    ...notes,
    ...groups,
    ...variables,
  ];
}

function listFaqs(bundle: Bundle): readonly Candidate[] {
  return Object.entries(bundle.faqSets).flatMap(([faqSet, { name, entries }]) => [
    { place: { type: "faq", faqSet, entryId: null, path: "name" } as const, text: name, canReplace: true },
    ...entries.flatMap((entry) => listEntry(faqSet, entry)),
  ]);
}

function listEntry(faqSet: string, entry: FaqEntry): readonly Candidate[] {
  const toPlace = (path: string) => ({ type: "faq", faqSet, entryId: entry.id, path }) as const;
  return [
    { place: toPlace("id"), text: entry.id, canReplace: false },
    ...texts(entry.question, "question"),
    ...entry.similar.flatMap((text, i) => own(text, toPlace(`similar[${i}]`))),
    ...(entry.negatives ?? []).flatMap((text, i) => own(text, toPlace(`negatives[${i}]`))),
    ...texts(entry.answer, "answer"),
  ];

  function texts(text: Text, path: string): readonly Candidate[] {
    if (typeof text === "string") return own(text, toPlace(path));
    return Object.entries(text).flatMap(([locale, words]) => own(words, toPlace(`${path}.${locale}`)));
  }
}

function own(text: string | undefined, place: TextPlace): readonly Candidate[] {
  return text === undefined || text === "" ? [] : [{ place, text, canReplace: true }];
}

function replaceOne(bundle: Bundle, replacement: Replacement): Bundle {
  const { place } = replacement;
  switch (place.type) {
    case "node":
      return updateNode(bundle, place, (node) => write(node, replacement, flowNodeSchema));
    case "flow":
      return updateFlow(bundle, place.flowId, (flow) => write(flow, replacement, flowSchema));
    case "note":
      return replaceInList(bundle, { ...place, list: "notes" }, replacement);
    case "group":
      return replaceInList(bundle, { ...place, list: "groups" }, replacement);
    case "variable":
      return updateFlow(bundle, place.flowId, (flow) => ({
        ...flow,
        variables: flow.variables.map((variable) =>
          variable.name === place.name ? write(variable, replacement, flowVariableSchema) : variable,
        ),
      }));
    case "faq":
      return replaceInFaqs(bundle, place, replacement);
  }
}

function replaceInList(
  bundle: Bundle,
  { flowId, id, list }: { readonly flowId: string; readonly id: string; readonly list: "notes" | "groups" },
  replacement: Replacement,
): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const changed = {
      ...flow,
      notes: flow.notes.map((note) => (list === "notes" && note.id === id ? write(note, replacement) : note)),
      groups: flow.groups.map((group) =>
        list === "groups" && group.id === id ? write(group, replacement) : group,
      ),
    };
    const { notes, groups } = flowSchema.shape;
    const isWhole = notes.safeParse(changed.notes).success && groups.safeParse(changed.groups).success;
    return isWhole ? changed : flow;
  });
}

function replaceInFaqs(
  bundle: Bundle,
  place: Extract<TextPlace, { type: "faq" }>,
  replacement: Replacement,
): Bundle {
  return updateFaqSet(bundle, place.faqSet, (set) =>
    place.entryId === null
      ? write(set, replacement)
      : {
          ...set,
          entries: set.entries.map((entry) =>
            entry.id === place.entryId ? write(entry, replacement, faqEntrySchema) : entry,
          ),
        },
  );
}

/** What would no longer be a valid document (a title that gets too long) stays as it was. */
function write<Item>(item: Item, { place, before, after }: Replacement, schema?: z.ZodType): Item {
  if (readField(item, place.path) !== before) return item;
  const changed = writeField(item, place.path, after);
  return schema === undefined || schema.safeParse(changed).success ? changed : item;
}
