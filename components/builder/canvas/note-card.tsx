"use client";

import { type NodeProps, NodeResizer } from "@xyflow/react";
import { Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useBuilder } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { ColorDots } from "./color-dots.tsx";
import { COLORS, toColorName } from "./family-look.ts";
import { canvasMessages } from "./messages.ts";
import type { NoteNode } from "./to-react-flow.ts";

const SIZE_MIN = { width: 120, height: 64 };
const TEXT_MAX_CHARS = 5_000;

/** A remark on the canvas; written in place, read by people only. */
export const NoteCard = memo(
  function NoteCard({ data, selected }: NodeProps<NoteNode>) {
    const { note } = data;
    const t = useTexts(canvasMessages).note;
    const canEdit = useBuilder((state) => state.canEdit);
    const [isEditing, setEditing] = useState(note.text === "" && selected === true);
    const color = toColorName(note.color, "amber");
    return (
      <article
        id={`node-note-${note.id}`}
        aria-label={t.label}
        className="relative flex h-full w-full flex-col rounded-md border text-sm text-ink"
        style={{
          borderColor: selected ? "var(--accent)" : `color-mix(in srgb, ${COLORS[color]} 40%, transparent)`,
          background: `color-mix(in srgb, ${COLORS[color]} 14%, var(--surface))`,
        }}
        onDoubleClick={() => canEdit && setEditing(true)}
      >
        {canEdit && selected && (
          <>
            <NodeResizer
              minWidth={SIZE_MIN.width}
              minHeight={SIZE_MIN.height}
              lineClassName="!border-accent"
              handleClassName="!size-2 !rounded-xs !border-accent !bg-surface"
              onResizeEnd={(_event, { x, y, width, height }) =>
                getHands()?.arrange.updateNote({
                  id: note.id,
                  position: { x: Math.round(x), y: Math.round(y) },
                  width: Math.round(width),
                  height: Math.round(height),
                })
              }
            />
            <div className="nodrag absolute -top-9 left-0 flex items-center gap-2 rounded-sm border border-line bg-raised px-2 py-1 shadow-pop">
              <ColorDots
                label={t.color}
                value={color}
                onPick={(picked) => getHands()?.arrange.updateNote({ id: note.id, color: picked })}
              />
              <button
                type="button"
                aria-label={t.remove}
                title={t.remove}
                className="text-ink-3 hover:text-danger-text"
                onClick={() => getHands()?.arrange.removeNote(note.id)}
              >
                <Trash2 className="size-4" aria-hidden />
              </button>
            </div>
          </>
        )}
        {isEditing ? (
          <textarea
            // biome-ignore lint/a11y/noAutofocus: the author has just asked to write here
            autoFocus
            aria-label={t.label}
            placeholder={t.placeholder}
            value={note.text}
            maxLength={TEXT_MAX_CHARS}
            className="nodrag nopan nowheel h-full w-full resize-none bg-transparent p-3 text-sm outline-none"
            onChange={(event) =>
              getHands()?.arrange.updateNote({ id: note.id, text: event.target.value }, `note ${note.id}`)
            }
            onBlur={() => setEditing(false)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setEditing(false);
              event.stopPropagation();
            }}
          />
        ) : (
          <p className="h-full overflow-hidden whitespace-pre-wrap break-words p-3">
            {note.text || <span className="text-ink-3">{t.placeholder}</span>}
          </p>
        )}
      </article>
    );
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
);
