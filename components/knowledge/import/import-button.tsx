"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { importMessages } from "./messages.ts";

/** For a base without entries: most shops have their answers in a file already. */
export function ImportButton({ baseId }: { readonly baseId: string }) {
  const t = useTexts(importMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={FileUp} onClick={() => setOpen(true)}>
        {t.import}
      </Button>
      {isOpen && <ImportDialog baseId={baseId} onClose={() => setOpen(false)} />}
    </>
  );
}
