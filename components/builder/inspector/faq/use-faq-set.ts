"use client";

import { useMemo } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { type FaqSet, putFaqEntry, removeFaqEntries, updateFaqSet } from "#flows/editing/edits/faq-sets.ts";
import type { FaqEntry } from "#flows/kernel/flow.ts";
import { nextId } from "../lists/use-list.ts";

const NO_ENTRIES: FaqEntry[] = [];
const NO_SYNONYMS: string[][] = [];

export function findSet(sets: { readonly [id: string]: FaqSet }, setId: string): FaqSet | null {
  return Object.hasOwn(sets, setId) ? (sets[setId] ?? null) : null;
}

export function useFaqEntries(setId: string): readonly FaqEntry[] {
  return useBuilder((state) => findSet(state.bundle.faqSets, setId)?.entries ?? NO_ENTRIES);
}

export function useSynonyms(setId: string): readonly (readonly string[])[] {
  return useBuilder((state) => findSet(state.bundle.faqSets, setId)?.synonyms ?? NO_SYNONYMS);
}

type FaqHands = {
  /** Adds an empty entry and gives its id. */
  add(question: string): string;
  /** Typing in one field of an entry is one step of undo. */
  update(entryId: string, field: keyof FaqEntry, change: (entry: FaqEntry) => FaqEntry): void;
  remove(entryId: string): void;
  setSynonyms(groups: readonly (readonly string[])[]): void;
};

export function useFaqHands(setId: string): FaqHands {
  const store = useBuilderStore();
  return useMemo(() => {
    const entries = () => findSet(store.getState().bundle.faqSets, setId)?.entries ?? NO_ENTRIES;
    return {
      add: (question) => {
        const id = nextId(entries(), "q");
        const entry = { id, question, similar: [], answer: "" };
        store.getState().edit((bundle) => putFaqEntry(bundle, setId, entry), { label: "faq" });
        return id;
      },
      update: (entryId, field, change) => {
        const entry = entries().find(({ id }) => id === entryId);
        if (entry === undefined) return;
        store.getState().edit((bundle) => putFaqEntry(bundle, setId, change(entry)), {
          label: "faq",
          coalesce: `faq/${setId}/${entryId}/${field}`,
        });
      },
      setSynonyms: (groups) =>
        store
          .getState()
          .edit(
            (bundle) =>
              updateFaqSet(bundle, setId, (set) => ({ ...set, synonyms: groups.map((words) => [...words]) })),
            { label: "faq" },
          ),
      remove: (entryId) =>
        store.getState().edit((bundle) => removeFaqEntries(bundle, setId, [entryId]), { label: "faq" }),
    };
  }, [store, setId]);
}
