"use client";

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from "@xyflow/react";
import { Plus, X } from "lucide-react";
import { memo, useContext } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useBuilder } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import { FarContext } from "./node-card.tsx";
import { useIsTaken } from "./run-overlay.ts";
import type { Wire as WireEdge } from "./to-react-flow.ts";

/** Easier to hit than a hairline. */
const HIT_WIDTH_PX = 18;

/** A wire, coloured by what it means. Under the pointer or selected it offers to take a node in, or to go. */
export const Wire = memo(function Wire(props: EdgeProps<WireEdge>) {
  const { id, selected = false, data } = props;
  const isFar = useContext(FarContext);
  const flowId = useBuilder((state) => state.flowId);
  const isHovered = useCanvasUi((state) => state.hoveredWire === id);
  const isDropPlace = useCanvasUi((state) => state.dropWire === id);
  const isTaken = useIsTaken(`${flowId}/${id}`);
  const [path, labelX, labelY] = getBezierPath(props);
  const isActive = selected || isHovered || isDropPlace;
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={isFar ? 0 : HIT_WIDTH_PX}
        style={{
          stroke: toStroke({ isActive, isTaken, look: data?.look ?? "plain" }),
          strokeWidth: isFar ? "var(--far-wire)" : isDropPlace ? 4 : isActive || isTaken ? 2.25 : 1.5,
          strokeDasharray: data?.look === "off" ? "4 4" : undefined,
        }}
      />
      {(selected || isHovered) && !isFar && (
        <WireTools id={id} name={data?.name ?? ""} x={labelX} y={labelY} />
      )}
    </>
  );
});

function toStroke(state: { isActive: boolean; isTaken: boolean; look: "plain" | "error" | "off" }): string {
  if (state.isActive) return "var(--accent)";
  if (state.isTaken) return "var(--success)";
  return state.look === "error" ? "var(--danger)" : "var(--wire)";
}

type WireToolsProps = { readonly id: string; readonly name: string; readonly x: number; readonly y: number };

function WireTools({ id, name, x, y }: WireToolsProps) {
  const t = useTexts(canvasMessages);
  const canEdit = useBuilder((state) => state.canEdit);
  const hoverWire = useCanvasUi((state) => state.hoverWire);
  const open = useCanvasUi((state) => state.open);
  const button =
    "inline-flex size-5 items-center justify-center rounded-full text-ink-2 hover:bg-hover hover:text-ink";
  return (
    <EdgeLabelRenderer>
      <fieldset
        aria-label={name}
        className="nodrag nopan pointer-events-auto absolute z-10 flex items-center gap-0.5 rounded-full border border-line bg-raised p-0.5 shadow-pop"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        onPointerEnter={() => hoverWire(id)}
        onPointerLeave={() => hoverWire(null)}
      >
        <span className="max-w-32 truncate px-1.5 text-xs text-ink-2">{name}</span>
        {canEdit && (
          <>
            <button
              type="button"
              aria-label={t.wire.insert}
              title={t.wire.insert}
              className={button}
              onClick={(event) => {
                const screen = { x: event.clientX, y: event.clientY };
                open({
                  type: "kinds",
                  screen,
                  purpose: { type: "insert", edgeId: id, at: { x: x - 124, y: y - 20 } },
                });
              }}
            >
              <Plus className="size-3.5" aria-hidden />
            </button>
            <button
              type="button"
              aria-label={t.wire.remove}
              title={t.wire.remove}
              className={button}
              onClick={() => getHands()?.nodes.disconnect([id])}
            >
              <X className="size-3.5" aria-hidden />
            </button>
          </>
        )}
      </fieldset>
    </EdgeLabelRenderer>
  );
}
