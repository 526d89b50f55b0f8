"use client";

import { ViewportPortal } from "@xyflow/react";
import { MousePointer2 } from "lucide-react";
import { useBuilder } from "../store/builder-context.ts";
import { PERSON_COLORS } from "../store/person-colors.ts";

/** Where the others point, in the same flow. */
export function PersonCursors() {
  const people = useBuilder((state) => state.people);
  const flowId = useBuilder((state) => state.flowId);
  const here = people.filter((person) => person.flowId === flowId && person.cursor !== null);
  if (here.length === 0) return null;
  return (
    <ViewportPortal>
      {here.map(({ clientId, name, color, cursor }) => (
        <div
          key={clientId}
          aria-hidden
          className="pointer-events-none absolute left-0 top-0 z-20 transition-transform duration-[var(--fast)]"
          style={{
            transform: `translate(${cursor?.x ?? 0}px, ${cursor?.y ?? 0}px)`,
            color: PERSON_COLORS[color % PERSON_COLORS.length],
          }}
        >
          <MousePointer2 className="size-4 fill-current" />
          <span className="ml-3 rounded-xs bg-current px-1.5 text-xs">
            <span className="text-white">{name}</span>
          </span>
        </div>
      ))}
    </ViewportPortal>
  );
}
