"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { useCanvasUi } from "../canvas/canvas-ui-store.ts";
import { MOD, SHIFT } from "../canvas/shortcut-keys.ts";
import { shortcutMessages } from "./messages.ts";

type Row = readonly [text: string, ...keys: string[]];

/** All keys of the builder; opened with `?`. */
export function ShortcutSheet() {
  const t = useTexts(shortcutMessages);
  const isOpen = useCanvasUi((state) => state.overlay?.type === "shortcuts");
  const close = useCanvasUi((state) => state.close);
  return (
    <Dialog isOpen={isOpen} title={t.title} width="lg" onClose={close}>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {listGroups(t).map(([heading, rows]) => (
          <section key={heading}>
            <h3 className="mb-1.5 text-sm font-semibold text-ink">{heading}</h3>
            <dl>
              {rows.map(([text, ...keys]) => (
                <div key={text} className="flex min-h-7 items-center justify-between gap-3 text-sm">
                  <dt className="text-ink-2">{text}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <kbd
                        key={key}
                        className="inline-flex h-5 min-w-5 items-center justify-center rounded-xs border border-line-strong bg-sunken px-1.5 font-sans text-xs text-ink-2"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function listGroups(t: (typeof shortcutMessages)["zh-CN"]): readonly (readonly [string, readonly Row[]])[] {
  return [
    [
      t.groups.edit,
      [
        [t.undo, MOD, "Z"],
        [t.redo, MOD, SHIFT, "Z"],
        [t.copy, MOD, "C"],
        [t.cut, MOD, "X"],
        [t.paste, MOD, "V"],
        [t.duplicate, MOD, "D"],
        [t.selectAll, MOD, "A"],
        [t.group, MOD, SHIFT, "G"],
        [t.remove, "Delete"],
      ],
    ],
    [
      t.groups.view,
      [
        [t.find, MOD, "F"],
        [t.goTo, MOD, "G"],
        [t.fit, "1"],
        [t.zoom, "+", "−"],
        [t.pan, t.panKeys],
        [t.look, t.lookKeys],
        [t.several, t.severalKeys],
        [t.box, t.boxKeys],
        [t.sheet, "?"],
      ],
    ],
    [
      t.groups.keyboard,
      [
        [t.next, "Tab", `${SHIFT} Tab`],
        [t.add, "A"],
        [t.connect, "C"],
        [t.open, "Enter"],
        [t.move, "← ↑ → ↓"],
        [t.menu, `${SHIFT} F10`],
        [t.rename, "F2"],
        [t.clear, "Esc"],
      ],
    ],
  ];
}
