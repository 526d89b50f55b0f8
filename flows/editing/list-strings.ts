import type { FormField } from "../kernel/define-node.ts";
import type { FlowNode } from "../kernel/flow.ts";
import { isRecord } from "../kernel/scan-limits.ts";
import { inspect } from "./inspect.ts";

/** One text of a node's config; `isName` marks a name of something else, which only a rename may change. */
export type ConfigString = { readonly path: string; readonly text: string; readonly isName: boolean };

/** Widgets whose values are choices and sizes, not words. */
const WORDLESS: readonly FormField["widget"][] = [
  "select",
  "switch",
  "number",
  "duration",
  "timezone",
  "hours",
];

/** Widgets whose values name something else of the document. */
const NAMING: readonly FormField["widget"][] = ["variable", "variables", "node", "flow", "faq-sets", "bases"];

/** Keys inside lists that hold ids, names of operators and the like. */
const WORDLESS_KEYS = new Set([
  "id",
  "type",
  "op",
  "operator",
  "match",
  "channels",
  "mediaType",
  "phoneRegion",
]);
const NAMING_KEYS = new Set(["variable", "entry"]);

const known = new WeakMap<FlowNode, readonly ConfigString[]>();

/** What a search looks at in a node's config, in the order of its form; worked out once for each state of a node. */
export function listConfigStrings(node: FlowNode): readonly ConfigString[] {
  const found = known.get(node);
  if (found !== undefined) return found;
  const form = inspect(node).definition?.form ?? [];
  const listed = Object.entries(node.config).flatMap(([key, value]) =>
    collect(key, value, toWidget(form, key)),
  );
  known.set(node, listed);
  return listed;
}

function toWidget(form: readonly FormField[], key: string): FormField["widget"] | null {
  return form.find(({ path }) => path === key)?.widget ?? null;
}

function collect(path: string, value: unknown, widget: FormField["widget"] | null): readonly ConfigString[] {
  if (widget !== null && WORDLESS.includes(widget)) return [];
  return walk(path, value, widget !== null && NAMING.includes(widget));
}

function walk(path: string, value: unknown, isName: boolean): readonly ConfigString[] {
  if (typeof value === "string") return value === "" ? [] : [{ path, text: value, isName }];
  if (Array.isArray(value)) return value.flatMap((item, i) => walk(`${path}[${i}]`, item, isName));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    WORDLESS_KEYS.has(key) ? [] : walk(`${path}.${key}`, item, isName || NAMING_KEYS.has(key)),
  );
}
