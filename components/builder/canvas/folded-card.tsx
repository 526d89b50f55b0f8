"use client";

import { Handle, type NodeProps, Position } from "@xyflow/react";
import { ChevronRight, CircleX, Layers, TriangleAlert } from "lucide-react";
import { memo, useContext } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useBuilder } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { COLORS, toColorName } from "./family-look.ts";
import { canvasMessages } from "./messages.ts";
import { FarContext } from "./node-card.tsx";
import { readProblemMark, toGroupMark } from "./node-problems.ts";
import { useGroupRunMark } from "./run-overlay.ts";
import { ENTRY_HANDLE, type FoldedNode } from "./to-react-flow.ts";

/** A folded group: what it is called, how much is in it, and what is wrong in there. */
export const FoldedCard = memo(
  function FoldedCard({ data, selected }: NodeProps<FoldedNode>) {
    const { group, count } = data;
    const t = useTexts(canvasMessages);
    const isFar = useContext(FarContext);
    const mark = useBuilder((state) => toGroupMark(state.problems, state.flowId, group.nodes));
    const flowId = useBuilder((state) => state.flowId);
    const run = useGroupRunMark(flowId, group.nodes);
    const { errors, warnings } = readProblemMark(mark);
    const hue = COLORS[toColorName(group.color, "slate")];
    return (
      <article
        aria-label={t.group.folded(group.title, count)}
        className={joinClasses(
          "canvas-card relative flex h-full w-full items-center gap-2.5 rounded-md border px-2.5 text-ink",
          "shadow-[3px_3px_0_-1px_var(--surface),3px_3px_0_0_var(--line-strong)]",
          selected ? "border-accent ring-1 ring-accent" : errors > 0 ? "border-danger" : "border-line-strong",
          run === "current" && "ring-2 ring-success",
          run === "visited" && !selected && "border-success",
        )}
        style={{ background: `color-mix(in srgb, ${hue} 9%, var(--surface))` }}
      >
        {!isFar && (
          <button
            type="button"
            aria-label={t.group.unfold(group.title)}
            title={t.group.unfold(group.title)}
            className="nodrag inline-flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-hover"
            style={{ color: hue }}
            onClick={() => getHands()?.arrange.fold(group.id, false)}
          >
            <ChevronRight className="size-4" aria-hidden />
          </button>
        )}
        <span className="min-w-0 flex-1">
          <span className={joinClasses("block truncate font-medium", isFar ? "text-[26px]/8" : "text-sm")}>
            {group.title}
          </span>
          {!isFar && (
            <span className="flex items-center gap-1 text-xs text-ink-3">
              <Layers className="size-3.5" aria-hidden />
              {t.group.count(count)}
            </span>
          )}
        </span>
        {!isFar && errors > 0 && (
          <Count icon={CircleX} count={errors} label={t.card.errors(errors)} className="text-danger-text" />
        )}
        {!isFar && warnings > 0 && (
          <Count
            icon={TriangleAlert}
            count={warnings}
            label={t.card.warnings(warnings)}
            className="text-warn-text"
          />
        )}
        <Handle id={ENTRY_HANDLE} type="target" position={Position.Left} isConnectable={false} />
        <Handle type="source" position={Position.Right} isConnectable={false} />
      </article>
    );
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
);

type CountProps = {
  readonly icon: typeof CircleX;
  readonly count: number;
  readonly label: string;
  readonly className: string;
};

function Count({ icon: Icon, count, label, className }: CountProps) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={joinClasses("inline-flex shrink-0 items-center gap-0.5 text-xs font-medium", className)}
    >
      <Icon className="size-3.5" aria-hidden />
      {count}
    </span>
  );
}
