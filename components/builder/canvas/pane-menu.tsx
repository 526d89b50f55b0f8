"use client";

import { BoxSelect, ClipboardPaste, Maximize, Network, Plus, Search, StickyNote } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { MenuLine } from "#components/ui/menu.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { type Overlay, useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import { PointItem, PointMenu } from "./point-menu.tsx";
import { MOD } from "./shortcut-keys.ts";
import { useSelectAll } from "./use-select-all.ts";

type PaneMenuProps = { readonly overlay: Extract<Overlay, { type: "pane-menu" }> };

export function PaneMenu({ overlay: { screen, at } }: PaneMenuProps) {
  const t = useTexts(canvasMessages).pane;
  const canEdit = useBuilder((state) => state.canEdit);
  const open = useCanvasUi((state) => state.open);
  const setFindOpen = useCanvasUi((state) => state.setFindOpen);
  const selectAll = useSelectAll();
  const hands = getHands();
  if (hands === null) return null;
  return (
    <PointMenu label={t.menu} screen={screen}>
      {canEdit && (
        <>
          <PointItem
            icon={Plus}
            onSelect={() => open({ type: "kinds", screen, purpose: { type: "add", at } })}
          >
            {t.add}
          </PointItem>
          <PointItem
            icon={ClipboardPaste}
            keys={`${MOD} V`}
            onSelect={() => void hands.clip.pasteFromClipboard(at)}
          >
            {t.paste}
          </PointItem>
          <PointItem icon={StickyNote} onSelect={() => hands.arrange.addNote(at)}>
            {t.note}
          </PointItem>
          <PointItem icon={Network} onSelect={() => void hands.arrange.layout("all")}>
            {t.layout}
          </PointItem>
          <MenuLine />
        </>
      )}
      <PointItem icon={BoxSelect} keys={`${MOD} A`} onSelect={selectAll}>
        {t.selectAll}
      </PointItem>
      <PointItem icon={Maximize} keys="1" onSelect={hands.fit}>
        {t.fit}
      </PointItem>
      <PointItem icon={Search} keys={`${MOD} F`} onSelect={() => setFindOpen(true)}>
        {t.find}
      </PointItem>
    </PointMenu>
  );
}
