import type { GraphStep } from "#flows/knowledge/graph-step.ts";
import { toComparable } from "../to-key.ts";
import type { LoadedEntity, LoadedFact, LoadedGraph } from "./loaded-graph.ts";

/** A fact as it was come upon: from the thing that it is about, or backward from the one that it names. */
export type WalkedFact = { readonly fact: LoadedFact; readonly isBackward: boolean };

type Way = { readonly path: readonly GraphStep[]; readonly text: string };

/** One or two steps from a thing; without the name of a step what the words name of it, else all that is known. */
export function walkFacts(
  graph: LoadedGraph,
  entity: LoadedEntity,
  { path, text }: Way,
): readonly WalkedFact[] {
  const [first = "", second] = path;
  const walked = takeStep(graph, entity, { step: first, text });
  if (second === undefined) return toOnce(walked);
  const next = walked.flatMap(({ fact, isBackward }) => {
    const otherId = isBackward ? fact.subjectId : fact.objectId;
    return otherId === null ? [] : (graph.entities.get(otherId) ?? []);
  });
  return toOnce([...new Set(next)].flatMap((other) => takeStep(graph, other, { step: second, text })));
}

/** What is said of one attribute or relation of a thing, as often as sources say so. */
export function factsOf(
  { facts }: LoadedGraph,
  { id }: LoadedEntity,
  predicate: string,
): readonly LoadedFact[] {
  const wanted = toKnownForm(predicate);
  return (facts.get(id) ?? []).filter((fact) => toKnownForm(fact.predicate) === wanted);
}

type Step = { readonly step: GraphStep; readonly text: string };

function takeStep(graph: LoadedGraph, { id }: LoadedEntity, { step, text }: Step): readonly WalkedFact[] {
  const { relation, isBackward } = typeof step === "string" ? { relation: step, isBackward: false } : step;
  const all = (isBackward ? findPointing(graph) : graph.facts).get(id) ?? [];
  return pick(all, { relation, text }).map((fact) => ({ fact, isBackward }));
}

function pick(
  all: readonly LoadedFact[],
  { relation, text }: { readonly relation: string; readonly text: string },
): readonly LoadedFact[] {
  if (relation.trim() !== "") {
    const wanted = toKnownForm(relation);
    return all.filter(({ predicate }) => toKnownForm(predicate) === wanted);
  }
  const words = toComparable(text);
  const asked = all.filter(({ predicate }) => words.includes(toKnownForm(predicate)));
  return asked.length > 0 ? asked : all;
}

function toOnce(walked: readonly WalkedFact[]): readonly WalkedFact[] {
  const once = new Map<string, WalkedFact>();
  for (const one of walked) {
    const { subjectId, predicate, objectId, value } = one.fact;
    const said = objectId ?? value.normalize("NFKC").trim();
    const key = JSON.stringify([subjectId, toKnownForm(predicate), said]);
    if (!once.has(key)) once.set(key, one);
  }
  return [...once.values()];
}

/** Facts by the thing that they name, made once for each graph: looking through all of them at every turn would hold the others up. */
const pointing = new WeakMap<LoadedGraph, ReadonlyMap<string, readonly LoadedFact[]>>();

function findPointing(graph: LoadedGraph): ReadonlyMap<string, readonly LoadedFact[]> {
  const known = pointing.get(graph);
  if (known !== undefined) return known;
  const made = new Map<string, LoadedFact[]>();
  for (const own of graph.facts.values())
    for (const fact of own) {
      if (fact.objectId === null) continue;
      const facts = made.get(fact.objectId) ?? [];
      facts.push(fact);
      made.set(fact.objectId, facts);
    }
  pointing.set(graph, made);
  return made;
}

/** Types and predicates are few and come again and again; thousands of them would be no vocabulary any more. */
const FORMS_MAX = 5_000;
const forms = new Map<string, string>();

export function toKnownForm(text: string): string {
  const known = forms.get(text);
  if (known !== undefined) return known;
  if (forms.size >= FORMS_MAX) forms.clear();
  const form = toComparable(text);
  forms.set(text, form);
  return form;
}
