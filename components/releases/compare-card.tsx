"use client";

import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo, useContext } from "react";
import { HEADER_HEIGHT, LINE_HEIGHT, toRows } from "#components/builder/canvas/card-geometry.ts";
import { CardPorts } from "#components/builder/canvas/card-ports.tsx";
import { COLORS, FAMILY_LOOK, toColorName } from "#components/builder/canvas/family-look.ts";
import {
  type CardNode,
  ENTRY_HANDLE,
  type GroupNode,
  type NoteNode,
} from "#components/builder/canvas/to-react-flow.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { MarkContext } from "./compare-marks.ts";

const RINGS = {
  added: "border-success ring-2 ring-success",
  removed: "border-danger ring-2 ring-danger",
  changed: "border-warn ring-2 ring-warn",
} as const;

/** A node as the canvas draws it, with what became of it; nothing on it can be edited. */
export const CompareCard = memo(function CompareCard({ id, data }: NodeProps<CardNode>) {
  const { card, geometry } = data;
  const { nodes, selectedId } = useContext(MarkContext);
  const mark = nodes.get(id);
  return (
    <article
      aria-label={card.title}
      className={joinClasses(
        "relative h-full w-full cursor-pointer rounded-md border bg-surface text-ink",
        mark ? RINGS[mark] : "border-line-strong",
        mark === undefined && nodes.size > 0 && "opacity-70",
        selectedId === id && "outline-3 outline-offset-4 outline-accent",
        card.isDisabled && "border-dashed",
      )}
    >
      <header className="flex items-center gap-2 pl-2 pr-2.5" style={{ height: HEADER_HEIGHT }}>
        <span
          className={joinClasses(
            "inline-flex size-6 shrink-0 items-center justify-center rounded-sm",
            FAMILY_LOOK[card.family],
          )}
        >
          <NodeIcon name={card.icon} className="size-3.5" />
        </span>
        <span className="min-w-0 flex-1 truncate text-sm font-medium">{card.title}</span>
        {mark && <ChangeMark type={mark} />}
      </header>
      <div className="px-3">
        {card.lines.map((line, index) => (
          <p
            key={`${line.look} ${line.text}`}
            className={joinClasses(
              "overflow-hidden text-xs text-ink-2",
              toRows(line, index) === 1 ? "truncate" : "line-clamp-2 break-words",
            )}
            style={{ height: toRows(line, index) * LINE_HEIGHT, lineHeight: `${LINE_HEIGHT}px` }}
          >
            {line.look === "store" ? `→ ${line.text}` : line.text}
          </p>
        ))}
      </div>
      {card.hasEntry && (
        <Handle id={ENTRY_HANDLE} type="target" position={Position.Left} style={{ top: geometry.entryY }} />
      )}
      <CardPorts card={card} geometry={geometry} />
    </article>
  );
});

export function CompareNote({ data }: NodeProps<NoteNode>) {
  const color = COLORS[toColorName(data.note.color, "amber")];
  return (
    <div
      className="h-full w-full overflow-hidden whitespace-pre-wrap rounded-md border border-line p-2 text-xs text-ink-2"
      style={{ background: `color-mix(in srgb, ${color} 12%, var(--surface))` }}
    >
      {data.note.text}
    </div>
  );
}

export function CompareGroup({ data }: NodeProps<GroupNode>) {
  const color = COLORS[toColorName(data.group.color, "slate")];
  return (
    <div
      className="h-full w-full rounded-lg border border-dashed border-line-strong px-3 pt-1.5 text-sm text-ink-2"
      style={{ background: `color-mix(in srgb, ${color} 6%, transparent)` }}
    >
      {data.group.title}
    </div>
  );
}
