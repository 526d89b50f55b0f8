"use client";

import { Download, Equal, FileSpreadsheet, FileUp, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { synonymMessages } from "../entries/synonym-messages.ts";
import { SynonymsDialog } from "../entries/synonyms-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { importMessages } from "./messages.ts";

/** What is not done every day: files in and out, words that mean the same. */
export function EntriesMenu({ baseId }: { readonly baseId: string }) {
  const t = useTexts(importMessages);
  const synonyms = useTexts(synonymMessages);
  const [asking, setAsking] = useState<"import" | "synonyms" | null>(null);
  const download = (format: "csv" | "xlsx") =>
    window.location.assign(`/console/entries/export?base=${baseId}&format=${format}`);
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={MoreHorizontal} label={t.menu} className="border border-line-strong bg-surface" />
        }
      >
        <MenuItem icon={FileUp} onSelect={() => setAsking("import")}>
          {t.import}
        </MenuItem>
        <MenuItem icon={Equal} onSelect={() => setAsking("synonyms")}>
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
      {asking === "import" && <ImportDialog baseId={baseId} onClose={() => setAsking(null)} />}
      {asking === "synonyms" && <SynonymsDialog baseId={baseId} onClose={() => setAsking(null)} />}
    </>
  );
}
