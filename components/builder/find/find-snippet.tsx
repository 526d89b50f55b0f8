"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Found, Query, TextPlace } from "#flows/editing/find-text.ts";
import { inspect } from "#flows/editing/inspect.ts";
import { findNode } from "#flows/editing/locate.ts";
import type { NodeDefinition } from "#flows/kernel/define-node.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { useBuilder } from "../store/builder-context.ts";
import { findMessages } from "./messages.ts";

const AROUND_CHARS = 28;

type FindSnippetProps = { readonly found: Found; readonly query: Query; onOpen(): void };

/** One place that was found, with the words around it. */
export function FindSnippet({ found, query, onOpen }: FindSnippetProps) {
  const name = usePlaceName(found.place);
  const [start = 0] = found.at;
  const end = start + query.text.length;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="mt-1 block w-full rounded-sm bg-sunken px-2.5 py-1.5 text-left hover:bg-hover"
    >
      <span className="block truncate text-xs text-ink-3">{name}</span>
      <span className="block truncate text-sm text-ink">
        {start > AROUND_CHARS && "…"}
        {found.text.slice(Math.max(0, start - AROUND_CHARS), start)}
        <mark className="rounded-xs bg-warn-soft text-warn-text">{found.text.slice(start, end)}</mark>
        {found.text.slice(end, end + AROUND_CHARS * 2)}
      </span>
    </button>
  );
}

/** Where a text stands, in the reader's words: `问手机号 · 问题`, in a sub-flow with its name. */
export function usePlaceName(place: TextPlace): string {
  const t = useTexts(findMessages).places;
  const name = useNameInFlow(place);
  const flowName = useBuilder(({ bundle }) =>
    "flowId" in place && place.flowId !== MAIN_FLOW_ID ? nameFlow(bundle, place.flowId) : null,
  );
  if (flowName === null || place.type === "flow") return name;
  return `${name} · ${t.inFlow(flowName)}`;
}

function useNameInFlow(place: TextPlace): string {
  const t = useTexts(findMessages).places;
  const locale = usePreferences((state) => state.locale);
  const bundle = useBuilder((state) => state.bundle);
  if (place.type === "faq") return `${t.faq} · ${bundle.faqSets[place.faqSet]?.name ?? place.faqSet}`;
  if (place.type === "variable") return `${t.variable} · ${place.name}`;
  if (place.type === "flow") return t.flow;
  if (place.type !== "node") return place.type === "note" ? t.sticky : t.group;
  const node = findNode(bundle, place);
  if (node === null) return place.nodeId;
  const { label, definition } = inspect(node);
  if (place.path === "title" || place.path === "note") return `${label[locale]} · ${t[place.path]}`;
  return `${label[locale]} · ${toFieldName(definition, place.path, locale) ?? t.config}`;
}

/** Names the field itself, or else the list or record that it stands in. */
function toFieldName(definition: NodeDefinition | null, path: string, locale: Locale): string | undefined {
  const fields = definition?.messages[locale].fields ?? {};
  let general = path.replace(/^config\./, "").replace(/\[\d+\]/g, "[]");
  while (general !== "" && !Object.hasOwn(fields, general))
    general = general.replace(/(\[\]|\.?[^.[\]]+)$/, "");
  return fields[general];
}
