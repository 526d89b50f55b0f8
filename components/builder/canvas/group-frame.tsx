"use client";

import type { NodeProps } from "@xyflow/react";
import { ChevronDown, Ungroup } from "lucide-react";
import { memo, useContext, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useBuilder } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { ColorDots } from "./color-dots.tsx";
import { COLORS, toColorName } from "./family-look.ts";
import { canvasMessages } from "./messages.ts";
import { FarContext } from "./node-card.tsx";
import { GROUP_TITLE_HEIGHT, type GroupNode } from "./to-react-flow.ts";

const TITLE_MAX_CHARS = 200;

/** A frame around nodes that belong together. Its size follows them; dragging its title moves them all. */
export const GroupFrame = memo(
  function GroupFrame({ data, selected }: NodeProps<GroupNode>) {
    const { group } = data;
    const t = useTexts(canvasMessages).group;
    const isFar = useContext(FarContext);
    const canEdit = useBuilder((state) => state.canEdit);
    const [isEditing, setEditing] = useState(false);
    const color = toColorName(group.color, "slate");
    const hue = COLORS[color];
    return (
      <article
        aria-label={t.label(group.title)}
        className={joinClasses("h-full w-full rounded-lg border", selected && "ring-1 ring-accent")}
        style={{
          borderColor: selected ? "var(--accent)" : `color-mix(in srgb, ${hue} 45%, transparent)`,
          background: `color-mix(in srgb, ${hue} 7%, transparent)`,
        }}
      >
        <div
          className="group-grip flex cursor-grab items-center gap-2 px-3"
          style={{ height: GROUP_TITLE_HEIGHT, color: hue }}
        >
          {!isFar && (canEdit || group.collapsed === true) && (
            <button
              type="button"
              aria-label={t.fold(group.title)}
              title={t.fold(group.title)}
              className="nodrag -ml-1 inline-flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-hover"
              onClick={() => getHands()?.arrange.fold(group.id, true)}
            >
              <ChevronDown className="size-4" aria-hidden />
            </button>
          )}
          {isEditing ? (
            <input
              // biome-ignore lint/a11y/noAutofocus: the author has just asked to write here
              autoFocus
              aria-label={t.rename}
              defaultValue={group.title}
              maxLength={TITLE_MAX_CHARS}
              className="nodrag nopan min-w-0 flex-1 rounded-xs bg-surface px-1 text-sm text-ink outline-none"
              onBlur={(event) => {
                const title = event.target.value.trim();
                if (title !== "") getHands()?.arrange.updateGroup(group.id, { title });
                setEditing(false);
              }}
              onKeyDown={(event) => {
                if (event.key === "Enter") event.currentTarget.blur();
                if (event.key === "Escape") setEditing(false);
                event.stopPropagation();
              }}
            />
          ) : (
            // biome-ignore lint/a11y/noStaticElementInteractions: a short cut; the group's bar renames it as well
            <span
              className={joinClasses("min-w-0 truncate font-medium", isFar ? "text-[26px]/8" : "text-sm")}
              onDoubleClick={() => canEdit && setEditing(true)}
            >
              {group.title}
            </span>
          )}
          {canEdit && selected && !isEditing && (
            <span className="nodrag ml-auto flex items-center gap-2">
              <ColorDots
                label={t.color}
                value={color}
                onPick={(picked) => getHands()?.arrange.updateGroup(group.id, { color: picked })}
              />
              <button
                type="button"
                aria-label={t.ungroup}
                title={t.ungroup}
                className="text-ink-3 hover:text-ink"
                onClick={() => getHands()?.arrange.ungroup([group.id])}
              >
                <Ungroup className="size-4" aria-hidden />
              </button>
            </span>
          )}
        </div>
      </article>
    );
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
);
