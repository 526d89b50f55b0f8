"use client";

import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { builderMessages } from "../messages.ts";

const WIDTH_MIN_PX = 300;
const WIDTH_MAX_PX = 720;
const STEP_PX = 24;

type SidePanelProps = {
  readonly title: string;
  /** Under which this browser remembers its width. */
  readonly name: string;
  readonly widthPx: number;
  readonly children: ReactNode;
  onClose(): void;
};

/** A column over the right of the canvas whose width the reader sets; a sheet from below on phones. */
export function SidePanel({ title, name, widthPx, children, onClose }: SidePanelProps) {
  const t = useTexts(builderMessages);
  const [width, setWidth] = useRememberedWidth(name, widthPx);
  return (
    <section
      aria-label={title}
      data-panel={name}
      style={{ "--panel-width": `${width}px` } as React.CSSProperties}
      className="settle relative flex min-h-0 min-w-0 flex-col bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-11 max-md:z-30 max-md:h-[min(72dvh,640px)] max-md:rounded-t-lg max-md:border-t max-md:border-line-strong max-md:shadow-panel md:w-[min(var(--panel-width),50vw)] md:border-l md:border-line"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <Grip label={t.resizePanel} width={width} onChange={setWidth} />
      <header className="flex h-11 shrink-0 items-center justify-between gap-2 border-b border-line pl-4 pr-2">
        <h2 className="truncate text-sm font-semibold text-ink">{title}</h2>
        <IconButton icon={X} label={t.closePanel} side="bottom" onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
    </section>
  );
}

type GripProps = { readonly label: string; readonly width: number; onChange(width: number): void };

function Grip({ label, width, onChange }: GripProps) {
  const clamp = (value: number) => Math.min(WIDTH_MAX_PX, Math.max(WIDTH_MIN_PX, value));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no element of its own
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={WIDTH_MIN_PX}
      aria-valuemax={WIDTH_MAX_PX}
      tabIndex={0}
      className="absolute inset-y-0 -left-1 z-10 hidden w-2 cursor-col-resize outline-none hover:bg-accent-line focus-visible:bg-focus md:block"
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") onChange(clamp(width + STEP_PX));
        if (event.key === "ArrowRight") onChange(clamp(width - STEP_PX));
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0;
        onChange(clamp(Math.round(right - event.clientX)));
      }}
    />
  );
}

function useRememberedWidth(name: string, initial: number): readonly [number, (width: number) => void] {
  const key = `jieda.panel-width.${name}`;
  const [width, setWidth] = useState(() => {
    const kept = Number(window.localStorage.getItem(key));
    return kept >= WIDTH_MIN_PX && kept <= WIDTH_MAX_PX ? kept : initial;
  });
  return [
    width,
    (next) => {
      setWidth(next);
      window.localStorage.setItem(key, String(next));
    },
  ];
}
