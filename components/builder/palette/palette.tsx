"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { useCanvasHands } from "../canvas/canvas-hands.ts";
import { useCanvasUi } from "../canvas/canvas-ui-store.ts";
import { FAMILY_LOOK } from "../canvas/family-look.ts";
import { DRAG_TYPE } from "../canvas/kind-drag.ts";
import type { PaletteKind } from "../canvas/list-kinds.ts";
import { canvasMessages } from "../canvas/messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import { isTaken, listPalette, type PaletteState } from "./list-palette.ts";
import { paletteMessages } from "./messages.ts";

/** All kinds of nodes by family: drag one onto the canvas, or click it. */
export function Palette() {
  const t = useTexts(paletteMessages);
  const { families: familyNames } = useTexts(canvasMessages);
  const locale = usePreferences((state) => state.locale);
  const canEdit = useBuilder((state) => state.canEdit);
  const hasStart = useBuilder(
    ({ bundle, flowId }) => findFlow(bundle, flowId)?.nodes.some(({ kind }) => kind === START_KIND) ?? false,
  );
  const recentKinds = useCanvasUi((state) => state.recentKinds);
  const [held, setHeld] = useState<PaletteState | null>(null);
  const [query, setQuery] = useState("");
  if (!canEdit) return null;
  const now = { hasStart, recentKinds };
  const { families, recent } = listPalette({ locale, query, now, held });
  return (
    <section
      aria-label={t.title}
      className="flex h-full min-h-0 select-none flex-col"
      onPointerEnter={() => setHeld(now)}
      onPointerLeave={() => setHeld(null)}
    >
      <div className="p-2.5 pb-1.5">
        <SearchField label={t.search} value={query} onChange={setQuery} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        {families.length === 0 && <p className="px-2 py-6 text-center text-sm text-ink-3">{t.none}</p>}
        {recent.length > 0 && <KindList heading={t.recent} kinds={recent} now={now} />}
        {families.map(({ family, kinds }) => (
          <KindList key={family} heading={familyNames[family]} kinds={kinds} now={now} />
        ))}
      </div>
      <p className="border-t border-line px-3 py-2 text-xs text-ink-3 max-md:hidden">{t.hint}</p>
    </section>
  );
}

type KindListProps = {
  readonly heading: string;
  readonly kinds: readonly PaletteKind[];
  readonly now: PaletteState;
};

function KindList({ heading, kinds, now }: KindListProps) {
  return (
    <section aria-label={heading}>
      <h3 className="px-2 pb-0.5 pt-2.5 text-xs text-ink-3">{heading}</h3>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <KindButton kind={kind} isUsed={isTaken(kind.kind, now)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KindButton({ kind, isUsed }: { readonly kind: PaletteKind; readonly isUsed: boolean }) {
  const t = useTexts(paletteMessages);
  const hands = useCanvasHands((state) => state.hands);
  return (
    <Tooltip text={kind.description} side="right">
      <button
        type="button"
        draggable={!isUsed}
        // Not `disabled`: the focus would fall to the page.
        aria-disabled={isUsed}
        aria-label={t.add(kind.title)}
        // Many double-click by habit; one node is meant.
        onClick={(event) => event.detail < 2 && !isUsed && hands?.nodes.addBeside(kind.kind)}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAG_TYPE, kind.kind);
          event.dataTransfer.effectAllowed = "copy";
        }}
        className="flex h-8 w-full cursor-grab items-center gap-2 rounded-sm px-2 text-left text-sm text-ink hover:bg-hover active:cursor-grabbing aria-disabled:cursor-default aria-disabled:opacity-50"
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
