"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import { useCanvasHands } from "../canvas/canvas-hands.ts";
import { useCanvasUi } from "../canvas/canvas-ui-store.ts";
import { FAMILY_LOOK } from "../canvas/family-look.ts";
import { DRAG_TYPE } from "../canvas/kind-drag.ts";
import { listKinds, type PaletteKind } from "../canvas/list-kinds.ts";
import { canvasMessages } from "../canvas/messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import { paletteMessages } from "./messages.ts";

/** All kinds of nodes by family: drag one onto the canvas, or click it. */
export function Palette() {
  const t = useTexts(paletteMessages);
  const { families: familyNames } = useTexts(canvasMessages);
  const locale = usePreferences((state) => state.locale);
  const canEdit = useBuilder((state) => state.canEdit);
  const hasStart = useBuilder(
    ({ bundle, flowId }) => findFlow(bundle, flowId)?.nodes.some(({ kind }) => kind === "start") ?? false,
  );
  const recentKinds = useCanvasUi((state) => state.recentKinds);
  // While the pointer is in the list nothing moves under it: else the next click would add whatever came there.
  const [heldKinds, setHeldKinds] = useState<readonly string[] | null>(null);
  const [query, setQuery] = useState("");
  if (!canEdit) return null;
  const families = listKinds(locale, null)
    .map(({ family, kinds }) => ({
      family,
      kinds: kinds.filter((kind) => (kind.kind !== "start" || !hasStart) && isFound(kind, query)),
    }))
    .filter(({ kinds }) => kinds.length > 0);
  const all = families.flatMap(({ kinds }) => kinds);
  const recent =
    query === ""
      ? (heldKinds ?? recentKinds).flatMap((kind) => all.find((other) => other.kind === kind) ?? [])
      : [];
  return (
    <section
      aria-label={t.title}
      className="flex h-full min-h-0 select-none flex-col"
      onPointerEnter={() => setHeldKinds(recentKinds)}
      onPointerLeave={() => setHeldKinds(null)}
    >
      <div className="p-2.5 pb-1.5">
        <SearchField label={t.search} value={query} onChange={setQuery} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        {all.length === 0 && <p className="px-2 py-6 text-center text-sm text-ink-3">{t.none}</p>}
        {recent.length > 0 && <KindList heading={t.recent} kinds={recent} />}
        {families.map(({ family, kinds }) => (
          <KindList key={family} heading={familyNames[family]} kinds={kinds} />
        ))}
      </div>
      <p className="border-t border-line px-3 py-2 text-xs text-ink-3 max-md:hidden">{t.hint}</p>
    </section>
  );
}

function isFound({ keywords }: PaletteKind, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return keywords.some((keyword) => keyword.toLowerCase().includes(wanted));
}

function KindList({ heading, kinds }: { readonly heading: string; readonly kinds: readonly PaletteKind[] }) {
  return (
    <section aria-label={heading}>
      <h3 className="px-2 pb-0.5 pt-2.5 text-xs text-ink-3">{heading}</h3>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <KindButton kind={kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KindButton({ kind }: { readonly kind: PaletteKind }) {
  const t = useTexts(paletteMessages);
  const hands = useCanvasHands((state) => state.hands);
  return (
    <Tooltip text={kind.description} side="right">
      <button
        type="button"
        draggable
        aria-label={t.add(kind.title)}
        // Many double-click by habit; one node is meant.
        onClick={(event) => event.detail < 2 && hands?.nodes.addBeside(kind.kind)}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAG_TYPE, kind.kind);
          event.dataTransfer.effectAllowed = "copy";
        }}
        className="flex h-8 w-full cursor-grab items-center gap-2 rounded-sm px-2 text-left text-sm text-ink hover:bg-hover active:cursor-grabbing"
      >
        <span
          className={joinClasses(
            "inline-flex size-6 shrink-0 items-center justify-center rounded-sm",
            FAMILY_LOOK[kind.family],
          )}
        >
          <NodeIcon name={kind.icon} className="size-3.5" />
        </span>
        <span className="min-w-0 truncate">{kind.title}</span>
      </button>
    </Tooltip>
  );
}
