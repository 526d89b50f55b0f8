"use client";

import { Handle, type NodeProps, Position } from "@xyflow/react";
import { createContext, memo, useContext } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { CardBadges } from "./card-badges.tsx";
import { HEADER_HEIGHT, LINE_HEIGHT, toRows } from "./card-geometry.ts";
import { CardPorts } from "./card-ports.tsx";
import { FAMILY_LOOK } from "./family-look.ts";
import { canvasMessages } from "./messages.ts";
import { readProblemMark, toProblemMark } from "./node-problems.ts";
import { useRunMark } from "./run-overlay.ts";
import type { Card, CardLine } from "./to-card.ts";
import { type CardNode, ENTRY_HANDLE } from "./to-react-flow.ts";

/** Below this zoom nobody can read more than a title, and 500 cards have to be drawn. */
export const FAR_ZOOM = 0.4;
export const FarContext = createContext(false);

const LINE_LOOKS = {
  text: "text-ink-2",
  code: "font-mono text-ink-2",
  store: "font-mono text-ink-3",
  missing: "text-warn-text",
} as const satisfies Readonly<Record<CardLine["look"], string>>;

/** A node as it stands on the canvas. Drawn again only when its card, its selection or a mark on it changes, never while it is dragged. */
export const NodeCard = memo(
  function NodeCard({ id, data, selected }: NodeProps<CardNode>) {
    const { card, geometry } = data;
    const t = useTexts(canvasMessages);
    const isFar = useContext(FarContext);
    const flowId = useBuilder((state) => state.flowId);
    const mark = useBuilder((state) => toProblemMark(state.problems, state.flowId, id));
    const run = useRunMark(`${flowId}/${id}`);
    const { errors } = readProblemMark(mark);
    return (
      <article
        id={`node-${id}`}
        aria-label={t.card.node(card.title, card.kindTitle)}
        data-node={id}
        className={joinClasses(
          "canvas-card relative h-full w-full rounded-md border bg-surface text-ink",
          selected ? "border-accent ring-1 ring-accent" : errors > 0 ? "border-danger" : "border-line-strong",
          run === "current" && "ring-2 ring-success",
          run === "visited" && !selected && "border-success",
          card.isDisabled && "border-dashed opacity-60",
        )}
      >
        {isFar ? (
          <FarTitle card={card} />
        ) : (
          <>
            <header className="flex items-center gap-2 pl-2 pr-2.5" style={{ height: HEADER_HEIGHT }}>
              <span
                className={joinClasses(
                  "inline-flex size-6 shrink-0 items-center justify-center rounded-sm",
                  FAMILY_LOOK[card.family],
                )}
                title={card.kindTitle}
              >
                <NodeIcon name={card.icon} className="size-3.5" />
              </span>
              <span className="min-w-0 flex-1 truncate text-sm font-medium" title={card.title}>
                {card.title}
              </span>
              <CardBadges nodeId={id} card={card} mark={mark} />
            </header>
            <CardLines lines={card.lines} />
            {card.hasEntry && (
              <Handle
                id={ENTRY_HANDLE}
                type="target"
                position={Position.Left}
                role="button"
                aria-label={t.card.entry(card.title)}
                style={{ top: geometry.entryY }}
              />
            )}
            <CardPorts card={card} geometry={geometry} />
          </>
        )}
      </article>
    );
  },
  (before, after) =>
    before.data === after.data && before.selected === after.selected && before.id === after.id,
);

function FarTitle({ card }: { readonly card: Card }) {
  return (
    <div
      className={joinClasses(
        "flex h-full w-full items-center justify-center overflow-hidden rounded-[7px] px-3 text-center text-[26px]/8 font-medium",
        FAMILY_LOOK[card.family],
      )}
    >
      {card.title}
    </div>
  );
}

function CardLines({ lines }: { readonly lines: readonly CardLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="px-3">
      {lines.map((line, index) => (
        <p
          // Lines have no identity of their own; their order is the form's.
          key={`${line.look} ${line.text}`}
          title={line.text}
          className={joinClasses(
            "overflow-hidden text-xs",
            LINE_LOOKS[line.look],
            toRows(line, index) === 1 ? "truncate" : "line-clamp-2 break-words",
          )}
          style={{ height: toRows(line, index) * LINE_HEIGHT, lineHeight: `${LINE_HEIGHT}px` }}
        >
          {line.look === "store" ? `→ ${line.text}` : line.text}
        </p>
      ))}
    </div>
  );
}
