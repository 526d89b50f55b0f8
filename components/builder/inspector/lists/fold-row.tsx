"use client";

import { ChevronRight, X } from "lucide-react";
import type { ReactNode } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { isWithin } from "../form/config-path.ts";
import { listProblemsOf } from "../form/node-index.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { inspectorMessages } from "../messages.ts";
import { RowGrip } from "./row-grip.tsx";
import type { ListHands } from "./use-list.ts";

type FoldRowProps = {
  readonly list: ListHands;
  readonly path: string;
  readonly index: number;
  readonly title: string;
  readonly note?: ReactNode;
  readonly isOpen: boolean;
  readonly children: ReactNode;
  onToggle(): void;
  /** Asks first where something else may miss the item; taken away at once otherwise. */
  onRemove?(): void;
};

/** One item that is opened to be edited; a dot says that something inside needs a look. */
export function FoldRow(props: FoldRowProps) {
  const { list, path, index, title, note, isOpen, children, onToggle } = props;
  const { onRemove = () => list.remove(index) } = props;
  const t = useTexts(inspectorMessages);
  const canEdit = useBuilder((state) => state.canEdit);
  const { flowId, nodeId } = useNodeScope();
  const severity = useBuilder((state) => {
    const inside = listProblemsOf(state.problems, flowId, nodeId).filter(
      (problem) => problem.path !== null && isWithin(problem.path, path),
    );
    return inside.some((problem) => problem.severity === "error")
      ? "error"
      : inside.length > 0
        ? "warning"
        : null;
  });
  return (
    <li data-row data-path={path} className="scroll-mt-4 rounded-md border border-line bg-surface">
      <div className="flex items-center pl-1 pr-1">
        {canEdit && <RowGrip index={index} count={list.items.length} name={title} onMove={list.move} />}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="flex h-9 min-w-0 flex-1 items-center gap-1.5 rounded-sm px-1 text-left text-sm text-ink"
        >
          <ChevronRight
            className={joinClasses(
              "size-4 shrink-0 text-ink-3 transition-transform duration-[var(--fast)]",
              isOpen && "rotate-90",
            )}
            aria-hidden
          />
          <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
          {severity && (
            <span
              className={joinClasses(
                "size-1.5 shrink-0 rounded-full",
                severity === "error" ? "bg-danger" : "bg-warn",
              )}
              aria-hidden
            />
          )}
          {note && <span className="shrink-0 text-xs text-ink-3">{note}</span>}
        </button>
        {canEdit && (
          <IconButton icon={X} label={t.removeItem(title)} className="size-7 text-ink-3" onClick={onRemove} />
        )}
      </div>
      {isOpen && <div className="flex flex-col gap-4 border-t border-line p-3">{children}</div>}
    </li>
  );
}
