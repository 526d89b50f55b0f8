"use client";

import { useDeferredValue, useMemo } from "react";
import { findFlow } from "#flows/editing/locate.ts";
import { listUses, type Use, type UsedThing } from "#flows/editing/where-used.ts";
import { useBuilder } from "../../store/builder-context.ts";

/** Counted for what was on the screen a moment ago: a keystroke never waits for it. */
export function useVariableUses(flowId: string): ReadonlyMap<string, number> {
  const bundle = useDeferredValue(useBuilder((state) => state.bundle));
  return useMemo(
    () =>
      new Map(
        (findFlow(bundle, flowId)?.variables ?? []).map(({ name }) => [
          name,
          listUses(bundle, { type: "variable", flowId, name }).length,
        ]),
      ),
    [bundle, flowId],
  );
}

export function useUses(thing: UsedThing): readonly Use[] {
  const bundle = useDeferredValue(useBuilder((state) => state.bundle));
  const key = JSON.stringify(thing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the thing is told apart by its words, not by its object
  return useMemo(() => listUses(bundle, thing), [bundle, key]);
}
