"use client";

import { Download, FileSpreadsheet, FileUp, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { importMessages } from "./messages.ts";

/** Entries as files, in and out. */
export function EntriesMenu({ baseId }: { readonly baseId: string }) {
  const t = useTexts(importMessages);
  const [isImporting, setImporting] = useState(false);
  const download = (format: "csv" | "xlsx") =>
    window.location.assign(`/console/entries/export?base=${baseId}&format=${format}`);
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={MoreHorizontal} label={t.menu} className="border border-line-strong bg-surface" />
        }
      >
        <MenuItem icon={FileUp} onSelect={() => setImporting(true)}>
          {t.import}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={Download} onSelect={() => download("csv")}>
          {t.exportCsv}
        </MenuItem>
        <MenuItem icon={FileSpreadsheet} onSelect={() => download("xlsx")}>
          {t.exportXlsx}
        </MenuItem>
      </Menu>
      {isImporting && <ImportDialog baseId={baseId} onClose={() => setImporting(false)} />}
    </>
  );
}
