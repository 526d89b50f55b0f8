import { mapShared } from "../editing/locate.ts";
import type { Bundle, Flow } from "../kernel/flow.ts";

/** A FAQ set or sub-flow that is named, but not in the file. */
export type Missing = {
  readonly type: "faq-set" | "flow";
  readonly id: string;
  /** How many nodes and settings name it. */
  readonly uses: number;
};

/** What an operator chose for one of them; what is not named here stays missing, and the checks say so. */
export type Resolution =
  | { readonly type: "use"; readonly id: string; readonly set?: Bundle["faqSets"][string] }
  | { readonly type: "create"; readonly name: string };

export function listMissing(bundle: Bundle): readonly Missing[] {
  const uses = new Map<string, Missing>();
  const count = (type: Missing["type"], id: string): void => {
    const key = `${type}:${id}`;
    uses.set(key, { type, id, uses: (uses.get(key)?.uses ?? 0) + 1 });
  };
  for (const flow of [bundle.flow, ...Object.values(bundle.subflows)]) {
    for (const id of listSets(flow)) if (!Object.hasOwn(bundle.faqSets, id)) count("faq-set", id);
    for (const { config } of flow.nodes) {
      const { flowId } = config;
      if (typeof flowId === "string" && flowId !== "" && !Object.hasOwn(bundle.subflows, flowId))
        count("flow", flowId);
    }
  }
  return [...uses.values()];
}

/** FAQ sets that a flow asks, by node and by its settings; one entry a use. */
function listSets({ nodes, settings }: Flow): readonly string[] {
  return [
    ...nodes.flatMap(({ config }) => (Array.isArray(config.faqSets) ? config.faqSets.map(String) : [])),
    ...settings.repair.digress.faqSets,
  ];
}

/** Puts an existing or an empty FAQ set in the place of a missing one. */
export function resolveMissing(bundle: Bundle, resolutions: { readonly [id: string]: Resolution }): Bundle {
  let resolved = bundle;
  for (const [id, resolution] of Object.entries(resolutions)) {
    if (resolution.type === "create") {
      resolved = addSet(resolved, id, { name: resolution.name, entries: [], synonyms: [] });
    } else {
      const { set } = resolution;
      if (set !== undefined && !Object.hasOwn(resolved.faqSets, resolution.id))
        resolved = addSet(resolved, resolution.id, set);
      resolved = renameSet(resolved, id, resolution.id);
    }
  }
  return resolved;
}

const addSet = (bundle: Bundle, id: string, set: Bundle["faqSets"][string]): Bundle => ({
  ...bundle,
  faqSets: { ...bundle.faqSets, [id]: set },
});

function renameSet(bundle: Bundle, from: string, to: string): Bundle {
  const rename = (flow: Flow): Flow => ({
    ...flow,
    nodes: mapShared(flow.nodes, (node) => {
      const sets = node.config.faqSets;
      if (!Array.isArray(sets) || !sets.includes(from)) return node;
      return { ...node, config: { ...node.config, faqSets: replaceIn(sets.map(String), from, to) } };
    }),
    settings: {
      ...flow.settings,
      repair: {
        ...flow.settings.repair,
        digress: {
          ...flow.settings.repair.digress,
          faqSets: replaceIn(flow.settings.repair.digress.faqSets, from, to),
        },
      },
    },
  });
  return {
    ...bundle,
    flow: rename(bundle.flow),
    subflows: Object.fromEntries(Object.entries(bundle.subflows).map(([id, flow]) => [id, rename(flow)])),
  };
}

function replaceIn(sets: string[], from: string, to: string): string[] {
  if (!sets.includes(from)) return sets;
  return [...new Set(sets.map((id) => (id === from ? to : id)))];
}
