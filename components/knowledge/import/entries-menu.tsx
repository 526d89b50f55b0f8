"use client";

import { Download, Equal, FileSpreadsheet, FileUp, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { synonymMessages } from "../entries/synonym-messages.ts";
import { SynonymsDialog } from "../entries/synonyms-dialog.tsx";
import { importMessages } from "./messages.ts";

type EntriesMenuProps = { readonly baseId: string; onImport(): void };

/** What is not done every day: files in and out, words that mean the same. */
export function EntriesMenu({ baseId, onImport }: EntriesMenuProps) {
  const t = useTexts(importMessages);
  const synonyms = useTexts(synonymMessages);
  const [isTeaching, setTeaching] = useState(false);
  const download = (format: "csv" | "xlsx") =>
    window.location.assign(`/console/entries/export?base=${baseId}&format=${format}`);
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={MoreHorizontal} label={t.menu} className="border border-line-strong bg-surface" />
        }
      >
        <MenuItem icon={FileUp} onSelect={onImport}>
          {t.import}
        </MenuItem>
        <MenuItem icon={Equal} onSelect={() => setTeaching(true)}>
          {synonyms.menu}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={Download} onSelect={() => download("csv")}>
          {t.exportCsv}
        </MenuItem>
        <MenuItem icon={FileSpreadsheet} onSelect={() => download("xlsx")}>
          {t.exportXlsx}
        </MenuItem>
      </Menu>
      {isTeaching && <SynonymsDialog baseId={baseId} onClose={() => setTeaching(false)} />}
    </>
  );
}
