import { FLOW_BYTES_MAX, FLOW_DEPTH_MAX, FLOW_EDGES_MAX, FLOW_NODES_MAX } from "./flow.ts";
import { type Problem, toProblem } from "./problem.ts";
import { MAIN_FLOW_ID } from "./registry.ts";

/** A text of one field; pictures and files are never inside a document. */
const TEXT_MAX_CHARS = 100_000;
const FORBIDDEN_KEY = "__proto__";
const PLACE = { flowId: MAIN_FLOW_ID };

/**
 * Looks at a document before anything recursive does: zod overflows the stack at 2,000 levels, `JSON.stringify` at 5,000.
 * Iterative, and it stops at the first thing that is too much. Null when the document may be parsed.
 */
export function scanText(text: string, bytesMax: number = FLOW_BYTES_MAX): Problem | null {
  const bytes = text.length > bytesMax ? text.length : new TextEncoder().encode(text).length;
  if (bytes > bytesMax) return tooLarge({ "zh-CN": "字节数", en: "bytes" }, bytes, bytesMax);
  return findDepth(text) > FLOW_DEPTH_MAX ? toProblem("too_deep", PLACE, { max: FLOW_DEPTH_MAX }) : null;
}

/** The same for a value that has been read already; also finds keys that no document may hold. */
export function scanValue(value: unknown, bytesMax: number = FLOW_BYTES_MAX): Problem | null {
  const waiting: Item[] = [{ value, depth: 0 }];
  let weight = 0;

  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const problem = scanItem(item, waiting);
    if (problem !== null) return problem;
    weight += weigh(item.value);
    if (weight > bytesMax) return tooLarge({ "zh-CN": "字符数", en: "characters" }, weight, bytesMax);
  }
  return null;
}

type Item = { readonly value: unknown; readonly depth: number };

function scanItem({ value, depth }: Item, waiting: Item[]): Problem | null {
  if (typeof value === "string" && value.length > TEXT_MAX_CHARS) {
    return tooLarge({ "zh-CN": "一段文字", en: "characters of one text" }, value.length, TEXT_MAX_CHARS);
  }
  if (typeof value !== "object" || value === null) return null;
  if (depth >= FLOW_DEPTH_MAX) return toProblem("too_deep", PLACE, { max: FLOW_DEPTH_MAX });
  if (Object.hasOwn(value, FORBIDDEN_KEY)) return toProblem("forbidden_key", PLACE, { key: FORBIDDEN_KEY });
  for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  return null;
}

function weigh(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 1;
  return Object.keys(value).reduce((weight, key) => weight + key.length, 1);
}

/** Counted before zod walks through them; a flow with more could not be drawn or checked in time. */
export function scanCounts(flow: unknown, flowId: string): Problem | null {
  const { nodes, edges } = isRecord(flow) ? flow : {};
  if (Array.isArray(nodes) && nodes.length > FLOW_NODES_MAX) {
    return tooLarge({ "zh-CN": "节点数", en: "nodes" }, nodes.length, FLOW_NODES_MAX, flowId);
  }
  if (Array.isArray(edges) && edges.length > FLOW_EDGES_MAX) {
    return tooLarge({ "zh-CN": "连线数", en: "wires" }, edges.length, FLOW_EDGES_MAX, flowId);
  }
  return null;
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tooLarge(
  what: { "zh-CN": string; en: string },
  ...[size, max, flowId]: [number, number, string?]
): Problem {
  return toProblem("too_large", { flowId: flowId ?? MAIN_FLOW_ID }, { what, size, max });
}

/** Brackets outside texts, until the limit is passed. Sign by sign: a regular expression would read an unclosed text again and again. */
function findDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= FLOW_DEPTH_MAX; at += 1) {
    const sign = text[at];
    if (sign === '"') at = findTextEnd(text, at);
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function findTextEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
