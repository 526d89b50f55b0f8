"use client";

import { GripVertical } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { inspectorMessages } from "../messages.ts";

type RowGripProps = {
  readonly index: number;
  readonly count: number;
  readonly name: string;
  onMove(from: number, to: number): void;
};

/** Moves a row among its siblings: dragged, or with the arrow keys. Rows are found by `data-row` in the grip's list. */
export function RowGrip({ index, count, name, onMove }: RowGripProps) {
  const t = useTexts(inspectorMessages);
  const dragged = useRef<number | null>(null);
  const label = t.moveItem(name);

  const follow = (event: PointerEvent<HTMLButtonElement>) => {
    const list = event.currentTarget.closest("[data-rows]");
    if (dragged.current === null || list === null) return;
    const rows = [...list.children].filter((row) => row.hasAttribute("data-row"));
    const over = rows.findIndex((row) => {
      const box = row.getBoundingClientRect();
      return event.clientY >= box.top && event.clientY <= box.bottom;
    });
    if (over >= 0 && over !== dragged.current) {
      onMove(dragged.current, over);
      dragged.current = over;
    }
  };

  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={count < 2}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = index;
      }}
      onPointerMove={follow}
      onPointerUp={() => {
        dragged.current = null;
      }}
      onKeyDown={(event) => {
        const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (step === 0) return;
        event.preventDefault();
        onMove(index, index + step);
      }}
      className="inline-flex h-8 w-4 shrink-0 cursor-grab touch-none items-center justify-center rounded-xs text-ink-3 hover:text-ink active:cursor-grabbing disabled:hidden"
    >
      <GripVertical className="size-3.5" aria-hidden />
    </button>
  );
}
