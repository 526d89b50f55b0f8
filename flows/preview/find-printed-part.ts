import type { Bundle } from "../kernel/flow.ts";
import type { InlineRequest } from "../kernel/protocol.ts";
import { fingerprint } from "./fingerprint.ts";
import { findLearnedPart, type LearnedPart } from "./learned-part.ts";

export type PrintedPart = { readonly part: LearnedPart; readonly print: string };

const known = new WeakMap<Bundle, Map<string, PrintedPart | null>>();

/** What a call asks of a draft, with its fingerprint. Taken once a document: thousands of questions take milliseconds to read. */
export function findPrintedPart(bundle: Bundle, request: InlineRequest): PrintedPart | null {
  // Documents and facts are no part of the draft.
  if (request.name === "search-passages" || request.name === "query-graph") return null;
  const parts = known.get(bundle) ?? new Map<string, PrintedPart | null>();
  known.set(bundle, parts);
  const key = toKey(request);
  const cached = parts.get(key);
  if (cached !== undefined) return cached;
  const part = findLearnedPart(bundle, request);
  const found = part === null ? null : { part, print: fingerprint(part) };
  parts.set(key, found);
  return found;
}

const toKey = (request: Exclude<InlineRequest, { name: "search-passages" | "query-graph" }>): string =>
  request.name === "match-faq"
    ? `faq:${request.input.faqSets.join("+")}`
    : `intent:${request.input.flowId}/${request.input.nodeId}`;
