"use client";

import { MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { BaseFormDialog } from "./base-form-dialog.tsx";
import type { BaseRowData } from "./base-row.tsx";
import { DeleteBaseDialog } from "./delete-base-dialog.tsx";
import { knowledgeMessages } from "./messages.ts";

export function BaseMenu({ base }: { readonly base: BaseRowData }) {
  const t = useTexts(knowledgeMessages);
  const mayEdit = useMay("knowledge.updateBase");
  const mayDelete = useMay("knowledge.deleteBase");
  const [asking, setAsking] = useState<"edit" | "delete" | null>(null);
  if (!mayEdit && !mayDelete) return null;
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t.more(base.name)}
            className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <MoreHorizontal className="size-4" aria-hidden />
          </button>
        }
      >
        {mayEdit && (
          <MenuItem icon={Pencil} onSelect={() => setAsking("edit")}>
            {t.edit}
          </MenuItem>
        )}
        {mayDelete && (
          <MenuItem icon={Trash2} isDangerous onSelect={() => setAsking("delete")}>
            {t.remove}
          </MenuItem>
        )}
      </Menu>
      {asking === "edit" && <BaseFormDialog base={base} onClose={() => setAsking(null)} />}
      {asking === "delete" && <DeleteBaseDialog base={base} onClose={() => setAsking(null)} />}
    </>
  );
}
