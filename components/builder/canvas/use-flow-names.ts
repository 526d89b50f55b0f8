import { useMemo } from "react";
import type { Bundle } from "#flows/kernel/flow.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { useBuilder } from "../store/builder-context.ts";

type NamedFlow = { readonly id: string; readonly name: string };

/** The sub-flows by name. Their list is the same until one comes, goes or is renamed, whatever is edited inside them. */
export function useFlowNames(): readonly NamedFlow[] {
  const names = useBuilder(({ bundle }) => JSON.stringify(listNames(bundle)));
  return useMemo(() => readNames(names), [names]);
}

const listNames = (bundle: Bundle): readonly NamedFlow[] =>
  Object.keys(bundle.subflows).map((id) => ({ id, name: nameFlow(bundle, id) }));

// as: the very text that was written two lines above.
const readNames = (text: string): readonly NamedFlow[] => JSON.parse(text) as readonly NamedFlow[];
