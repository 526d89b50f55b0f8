"use client";

import { FileUp, Plus } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { EntrySheet } from "../editor/entry-sheet.tsx";
import { EntriesMenu } from "../import/entries-menu.tsx";
import { ImportDialog } from "../import/import-dialog.tsx";
import { importMessages } from "../import/messages.ts";
import { CategoryTree } from "./category-tree.tsx";
import { EntryFilterBar } from "./entry-filter-bar.tsx";
import { EntryList } from "./entry-list.tsx";
import { entryMessages } from "./messages.ts";
import { SentenceTrial } from "./sentence-trial.tsx";
import { useEntryFilters } from "./use-entry-filters.ts";

/** In the address: an entry that is being written and has no id yet. */
export const NEW_ENTRY = "new";

export function EntriesTab({ baseId }: { readonly baseId: string }) {
  const t = useTexts(entryMessages);
  const toImport = useTexts(importMessages).import;
  const mayCreate = useMay("knowledge.createEntry");
  const address = useEntryFilters();
  const { filters, openId } = address;
  // Here, and not beside its buttons: a colleague's first entry takes the empty state away, and the chosen file would go with it.
  const [isImporting, setImporting] = useState(false);
  const create = mayCreate ? (
    <Button look="primary" icon={Plus} onClick={() => address.open(NEW_ENTRY)}>
      {t.create}
    </Button>
  ) : null;
  return (
    <>
      <SentenceTrial baseId={baseId} toHref={address.toHref} />
      <div className="flex flex-col gap-4 lg:flex-row lg:gap-6">
        <CategoryTree
          baseId={baseId}
          categoryId={filters.categoryId}
          onPick={(categoryId) => address.set({ categoryId })}
        />
        <div className="min-w-0 flex-1">
          <EntryFilterBar
            baseId={baseId}
            filters={filters}
            actions={
              mayCreate ? (
                <>
                  <EntriesMenu baseId={baseId} onImport={() => setImporting(true)} />
                  {create}
                </>
              ) : null
            }
            onChange={address.set}
          />
          <EntryList
            baseId={baseId}
            address={address}
            create={
              mayCreate ? (
                <span className="flex flex-wrap justify-center gap-2">
                  {create}
                  {/* Most shops have their answers in a file already. */}
                  <Button icon={FileUp} onClick={() => setImporting(true)}>
                    {toImport}
                  </Button>
                </span>
              ) : null
            }
          />
        </div>
      </div>
      {openId !== null && (
        <EntrySheet
          // What is typed belongs to one entry.
          key={openId}
          baseId={baseId}
          entryId={openId === NEW_ENTRY ? null : openId}
          categoryId={filters.categoryId === "none" ? null : filters.categoryId}
          onOpen={address.open}
          onClose={address.close}
          toHref={address.toHref}
        />
      )}
      {isImporting && <ImportDialog baseId={baseId} onClose={() => setImporting(false)} />}
    </>
  );
}
