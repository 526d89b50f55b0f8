"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { knowledgeMessages } from "./messages.ts";
import { useBaseActions } from "./use-base-actions.ts";

type DeletedBase = Outputs["knowledge"]["deletedBases"][number];

/** The way to what was deleted; nothing is shown while nothing was. */
export function DeletedBases() {
  const t = useTexts(knowledgeMessages);
  const trpc = useTRPC();
  const mayList = useMay("knowledge.deletedBases");
  const bases = useQuery(trpc.knowledge.deletedBases.queryOptions(undefined, { enabled: mayList }));
  const [isOpen, setOpen] = useState(false);
  if (!bases.data || (bases.data.length === 0 && !isOpen)) return null;
  return (
    <>
      <Button look="ghost" size="sm" icon={Trash2} className="mt-3" onClick={() => setOpen(true)}>
        {t.deleted(bases.data.length)}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t.deletedTitle}
        description={t.deletedLead}
        onClose={() => setOpen(false)}
      >
        <ul className="divide-y divide-line">
          {bases.data.map((base) => (
            <DeletedRow
              key={base.id}
              base={base}
              onRestore={() => bases.data.length === 1 && setOpen(false)}
            />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function DeletedRow({ base, onRestore }: { readonly base: DeletedBase; onRestore(): void }) {
  const t = useTexts(knowledgeMessages);
  const formats = useFormats();
  const actions = useBaseActions();
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate text-base font-medium text-ink">{base.name}</p>
        <p className="text-xs text-ink-3">
          {t.deletedAt(formats.relative(base.deletedAt), formats.dateTime(base.until))}
        </p>
      </div>
      <Button
        size="sm"
        isBusy={actions.isBusy}
        onClick={() => void actions.restore(base.id).then((restored) => restored && onRestore())}
      >
        {t.restore}
      </Button>
    </li>
  );
}
