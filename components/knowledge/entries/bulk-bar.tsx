"use client";

import {
  CalendarClock,
  Check,
  FolderInput,
  MoreHorizontal,
  Send,
  Tag,
  Tags,
  Trash2,
  Undo2,
  UserRound,
  X,
} from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#components/ui/menu.tsx";
import { BulkFilingDialog } from "./bulk-filing-dialog.tsx";
import { BulkTagDialog } from "./bulk-tag-dialog.tsx";
import { entryMessages } from "./messages.ts";
import { toCategoryLines } from "./to-category-lines.ts";
import { useCategories } from "./use-categories.ts";
import type { Seen, useEntryChanges } from "./use-entry-changes.ts";

type BulkBarProps = {
  readonly baseId: string;
  readonly selected: readonly Seen[];
  readonly isDeleted: boolean;
  readonly changes: ReturnType<typeof useEntryChanges>;
  onClear(): void;
};

/** Stays in view at the foot while something is selected. */
export function BulkBar({ baseId, selected, isDeleted, changes, onClear }: BulkBarProps) {
  const t = useTexts(entryMessages).bulk;
  const mayApprove = useMay("knowledge.approve");
  const [asking, setAsking] = useState<"tag" | "untag" | "owner" | "review" | "retire" | null>(null);
  const ids = selected.map(({ entryId }) => entryId);
  const after = (work: Promise<unknown>) =>
    void work.then((answer) => {
      if (answer === null) return;
      setAsking(null);
      onClear();
    });
  if (selected.length === 0) return null;
  return (
    <section
      aria-label={t.label}
      className="sticky bottom-4 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2.5 shadow-pop"
    >
      <span className="mr-1 text-sm font-medium text-ink" aria-live="polite">
        {t.selected(selected.length)}
      </span>
      {isDeleted ? (
        <Button icon={Undo2} isBusy={changes.isBusy} onClick={() => after(changes.bringBack(ids))}>
          {t.bringBack}
        </Button>
      ) : (
        <>
          <Button
            icon={Send}
            disabled={changes.isBusy}
            onClick={() => after(changes.move("submit", selected))}
          >
            {t.submit}
          </Button>
          {mayApprove && (
            <Button
              icon={Check}
              disabled={changes.isBusy}
              onClick={() => after(changes.move("approve", selected))}
            >
              {t.approve}
            </Button>
          )}
          <MoveMenu
            baseId={baseId}
            onMove={(categoryId) => after(changes.sort({ type: "move", categoryId }, ids))}
          />
          <Menu
            side="top"
            trigger={
              <IconButton icon={MoreHorizontal} label={t.label} className="border border-line-strong" />
            }
          >
            <MenuItem icon={Tag} onSelect={() => setAsking("tag")}>
              {t.tag}
            </MenuItem>
            <MenuItem icon={Tags} onSelect={() => setAsking("untag")}>
              {t.untag}
            </MenuItem>
            <MenuItem icon={UserRound} onSelect={() => setAsking("owner")}>
              {t.owner}
            </MenuItem>
            <MenuItem icon={CalendarClock} onSelect={() => setAsking("review")}>
              {t.review}
            </MenuItem>
            <MenuLine />
            <MenuItem icon={Undo2} onSelect={() => after(changes.move("revive", selected))}>
              {t.revive}
            </MenuItem>
            <MenuItem onSelect={() => setAsking("retire")}>{t.retire}</MenuItem>
            <MenuLine />
            <MenuItem icon={Trash2} isDangerous onSelect={() => after(changes.remove(ids))}>
              {t.remove}
            </MenuItem>
          </Menu>
        </>
      )}
      <IconButton icon={X} label={t.clear} onClick={onClear} className="ml-auto" />
      <ConfirmDialog
        isOpen={asking === "retire"}
        title={t.retireTitle(selected.length)}
        body={t.retireBody}
        action={t.retire}
        isBusy={changes.isBusy}
        onConfirm={() => after(changes.move("retire", selected))}
        onClose={() => setAsking(null)}
      />
      {(asking === "owner" || asking === "review") && (
        <BulkFilingDialog
          what={asking}
          count={selected.length}
          isBusy={changes.isBusy}
          onApply={(change) => after(changes.sort(change, ids))}
          onClose={() => setAsking(null)}
        />
      )}
      {(asking === "tag" || asking === "untag") && (
        <BulkTagDialog
          what={asking}
          count={selected.length}
          isBusy={changes.isBusy}
          onApply={(tags) =>
            after(
              changes.sort(
                {
                  type: "tag",
                  ...(asking === "tag" ? { add: tags, remove: [] } : { add: [], remove: tags }),
                },
                ids,
              ),
            )
          }
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

type MoveMenuProps = { readonly baseId: string; onMove(categoryId: string | null): void };

function MoveMenu({ baseId, onMove }: MoveMenuProps) {
  const t = useTexts(entryMessages);
  const categories = useCategories(baseId);
  const lines = toCategoryLines(categories.data ?? []);
  if (lines.length === 0) return null;
  return (
    <Menu side="top" align="start" trigger={<Button icon={FolderInput}>{t.bulk.move}</Button>}>
      <MenuLabel>{t.bulk.move}</MenuLabel>
      <div className="max-h-72 overflow-y-auto">
        <MenuItem onSelect={() => onMove(null)}>{t.categories.none}</MenuItem>
        {lines.map(({ id, path }) => (
          <MenuItem key={id} onSelect={() => onMove(id)}>
            {path.join(" / ")}
          </MenuItem>
        ))}
      </div>
    </Menu>
  );
}
