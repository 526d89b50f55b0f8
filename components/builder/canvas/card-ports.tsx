"use client";

import { Handle, Position } from "@xyflow/react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type CardGeometry, PORT_HEIGHT, PORTS_PADDING } from "./card-geometry.ts";
import { canvasMessages } from "./messages.ts";
import type { Card, CardPort } from "./to-card.ts";

type CardPortsProps = { readonly card: Card; readonly geometry: CardGeometry };

const LOOKS = {
  plain: "text-ink-2",
  error: "text-danger-text",
  lost: "text-danger-text line-through",
} as const satisfies Readonly<Record<CardPort["look"], string>>;

/** The ways out, by name on the right edge. Dragging from one draws a wire, a click asks what comes next. */
export function CardPorts({ card, geometry }: CardPortsProps) {
  const t = useTexts(canvasMessages);
  return (
    <>
      {geometry.hasPortRows && (
        <ul
          className="absolute inset-x-0 bottom-0 border-t border-line"
          style={{ paddingBlock: PORTS_PADDING - 0.5 }}
        >
          {card.ports.map(({ id, label, hint, look }) => (
            <li
              key={id}
              className="flex items-center justify-end gap-2 pl-3 pr-4 text-xs"
              style={{ height: PORT_HEIGHT }}
            >
              {hint && <span className="min-w-0 flex-1 truncate text-ink-3">{hint}</span>}
              <span
                className={joinClasses("max-w-full shrink-0 truncate", hint && "max-w-[70%]", LOOKS[look])}
                title={hint ? `${label} · ${hint}` : label}
              >
                {label}
              </span>
            </li>
          ))}
        </ul>
      )}
      {card.ports.map(({ id, label, look }) => (
        <Handle
          key={id}
          id={id}
          type="source"
          position={Position.Right}
          role="button"
          aria-label={t.card.port(label, card.title)}
          className={look === "plain" ? "" : "canvas-port-error"}
          style={{ top: geometry.portY.get(id) }}
        />
      ))}
    </>
  );
}
