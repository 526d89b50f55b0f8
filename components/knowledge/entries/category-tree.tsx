"use client";

import { FolderPlus, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Select } from "#components/ui/select.tsx";
import { CategoryDialog } from "./category-dialog.tsx";
import { entryMessages } from "./messages.ts";
import { type CategoryLine, toCategoryLines } from "./to-category-lines.ts";
import { useCategories } from "./use-categories.ts";
import { useCategoryActions } from "./use-category-actions.ts";

/** A select cannot hold null. */
const ALL = "all";
const NONE = "none";

type CategoryTreeProps = {
  readonly baseId: string;
  readonly categoryId: string | null;
  onPick(categoryId: string | null): void;
};

type Asking =
  | { readonly type: "make"; readonly parentId: string | null }
  | { readonly type: "edit" | "delete"; readonly line: CategoryLine };

/** The branches of a base beside its entries; on small screens one select. */
export function CategoryTree({ baseId, categoryId, onPick }: CategoryTreeProps) {
  const t = useTexts(entryMessages).categories;
  const mayEdit = useMay("knowledge.createCategory");
  const categories = useCategories(baseId);
  const actions = useCategoryActions(baseId);
  const lines = toCategoryLines(categories.data ?? []);
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const pick = (id: string) => onPick(id === ALL ? null : id);
  return (
    <div className="lg:w-52 lg:shrink-0">
      <div className="mb-1 flex items-center justify-between">
        <h2 className="text-sm font-semibold text-ink">{t.title}</h2>
        {mayEdit && (
          <IconButton
            icon={FolderPlus}
            label={t.add}
            onClick={() => setAsking({ type: "make", parentId: null })}
          />
        )}
      </div>
      <div className="lg:hidden">
        <Select
          size="sm"
          label={t.title}
          className="w-full"
          value={categoryId ?? ALL}
          options={[
            { value: ALL, label: t.all },
            { value: NONE, label: t.none },
            ...lines.map(({ id, path }) => ({ value: id, label: path.join(" / ") })),
          ]}
          onChange={pick}
        />
      </div>
      <ul className="hidden flex-col gap-px lg:flex">
        <Line name={t.all} depth={0} isHere={categoryId === null} onPick={() => pick(ALL)} />
        {lines.map((line) => (
          <Line
            key={line.id}
            name={line.name}
            depth={line.depth}
            count={line.entries}
            isHere={categoryId === line.id}
            onPick={() => pick(line.id)}
            menu={
              mayEdit ? (
                <LineMenu
                  line={line}
                  onAsk={(type) => setAsking(type === "make" ? { type, parentId: line.id } : { type, line })}
                />
              ) : null
            }
          />
        ))}
        <Line name={t.none} depth={0} isHere={categoryId === NONE} onPick={() => pick(NONE)} />
      </ul>
      {(asking?.type === "make" || asking?.type === "edit") && (
        <CategoryDialog
          lines={lines}
          line={asking.type === "edit" ? asking.line : null}
          parentId={asking.type === "make" ? asking.parentId : asking.line.parentId}
          actions={actions}
          onClose={close}
        />
      )}
      {asking?.type === "delete" && (
        <ConfirmDialog
          isOpen
          title={t.removeTitle(asking.line.name)}
          body={t.removeBody}
          action={t.remove}
          isBusy={actions.isBusy}
          onConfirm={() =>
            void actions.remove(asking.line.id).then((isGone) => {
              if (!isGone) return;
              close();
              if (categoryId === asking.line.id) onPick(null);
            })
          }
          onClose={close}
        />
      )}
    </div>
  );
}

type LineProps = {
  readonly name: string;
  readonly depth: number;
  readonly count?: number;
  readonly isHere: boolean;
  readonly menu?: ReactNode;
  onPick(): void;
};

function Line({ name, depth, count, isHere, menu, onPick }: LineProps) {
  return (
    <li
      className={joinClasses(
        "group flex items-center rounded-sm pr-1 text-sm",
        isHere ? "bg-accent-soft text-accent-text" : "text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      <button
        type="button"
        aria-current={isHere || undefined}
        onClick={onPick}
        style={{ paddingLeft: 8 + depth * 14 }}
        className={joinClasses(
          "flex h-8 min-w-0 flex-1 items-center gap-2 rounded-sm text-left",
          isHere && "font-medium",
        )}
      >
        <span className="truncate">{name}</span>
        {count !== undefined && <span className="text-xs text-ink-3">{count}</span>}
      </button>
      {menu}
    </li>
  );
}

type LineMenuProps = { readonly line: CategoryLine; onAsk(type: "make" | "edit" | "delete"): void };

function LineMenu({ line, onAsk }: LineMenuProps) {
  const t = useTexts(entryMessages).categories;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t.more(line.name)}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-xs text-ink-3 opacity-0 hover:bg-pressed hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100"
        >
          <MoreHorizontal className="size-4" aria-hidden />
        </button>
      }
    >
      <MenuItem icon={FolderPlus} onSelect={() => onAsk("make")}>
        {t.addUnder}
      </MenuItem>
      <MenuItem icon={Pencil} onSelect={() => onAsk("edit")}>
        {t.edit}
      </MenuItem>
      <MenuItem icon={Trash2} isDangerous onSelect={() => onAsk("delete")}>
        {t.remove}
      </MenuItem>
    </Menu>
  );
}
