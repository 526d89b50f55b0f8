"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { inspectorMessages } from "../messages.ts";
import { RowGrip } from "./row-grip.tsx";
import type { ListHands } from "./use-list.ts";

type RowProps = {
  readonly list: ListHands;
  readonly index: number;
  readonly name: string;
  readonly children: ReactNode;
};

/** One item that shows all it has: grip, content, delete. */
export function Row({ list, index, name, children }: RowProps) {
  const t = useTexts(inspectorMessages);
  const canEdit = useBuilder((state) => state.canEdit);
  return (
    <li data-row className="flex items-start gap-1">
      {canEdit && <RowGrip index={index} count={list.items.length} name={name} onMove={list.move} />}
      <div className="min-w-0 flex-1">{children}</div>
      {canEdit && (
        <IconButton
          icon={X}
          label={t.removeItem(name)}
          className="size-8 text-ink-3"
          onClick={() => list.remove(index)}
        />
      )}
    </li>
  );
}

export function Rows({ children }: { readonly children: ReactNode }) {
  return (
    <ul data-rows className="flex flex-col gap-2">
      {children}
    </ul>
  );
}
