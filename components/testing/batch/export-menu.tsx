"use client";

import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { toReportTables } from "./to-report-tables.ts";
import { downloadFile, toCsv, toXlsx } from "./to-table-file.ts";

type ExportMenuProps = { readonly items: readonly BatchItem[]; readonly name: string };

/** Everything that is on the page, as files for a spreadsheet. */
export function ExportMenu({ items, name }: ExportMenuProps) {
  const texts = useTexts(batchMessages);
  const t = texts.report;
  const [isBusy, setBusy] = useState(false);
  const fileName = `${t.fileName}-${name.replace(/\.[a-z]+$/i, "")}`;
  const exportXlsx = async () => {
    setBusy(true);
    const tables = toReportTables(items, texts);
    downloadFile(
      `${fileName}.xlsx`,
      await toXlsx([
        { name: t.sheets.rows, table: tables.rows },
        { name: t.sheets.intents, table: tables.intents },
        { name: t.sheets.faqs, table: tables.faqs },
        { name: t.sheets.confusion, table: tables.confusions },
      ]),
    );
    setBusy(false);
  };
  return (
    <Menu
      trigger={
        <Button icon={Download} isBusy={isBusy}>
          {t.export}
        </Button>
      }
    >
      <MenuItem
        icon={FileText}
        onSelect={() => downloadFile(`${fileName}.csv`, toCsv(toReportTables(items, texts).rows))}
      >
        {t.exportCsv}
      </MenuItem>
      <MenuItem icon={FileSpreadsheet} onSelect={() => void exportXlsx()}>
        {t.exportXlsx}
      </MenuItem>
    </Menu>
  );
}
