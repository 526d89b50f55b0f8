"use client";

import { useState } from "react";
import { botMessages } from "#components/bots/messages.ts";
import { Page } from "#components/console/page.tsx";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Template, templates } from "#flows/packs/index.ts";
import { DropZone } from "./import/drop-zone.tsx";
import { ImportDialog } from "./import/import-dialog.tsx";
import { importMessages } from "./import/messages.ts";
import { readUpload, type Upload } from "./import/read-upload.ts";
import { galleryMessages } from "./messages.ts";
import { TemplateCard } from "./template-card.tsx";
import { TemplateDialog } from "./template-dialog.tsx";

/** Where every bot begins: a template, a blank sheet, or a file. */
export function GalleryPage() {
  const t = useTexts(galleryMessages);
  const bots = useTexts(botMessages);
  const imports = useTexts(importMessages);
  const locale = usePreferences((state) => state.locale);
  const [chosen, setChosen] = useState<Template | null>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  return (
    <Page title={t.title} description={t.lead} back={{ href: "/bots", label: bots.title }}>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} onChoose={() => setChosen(template)} />
        ))}
        <li>
          <DropZone
            title={imports.cardTitle}
            onFile={(file) => void readUpload(file, locale).then(setUpload)}
          />
        </li>
      </ul>
      {chosen && <TemplateDialog template={chosen} onClose={() => setChosen(null)} />}
      {upload && <ImportDialog bot={null} upload={upload} onClose={() => setUpload(null)} />}
    </Page>
  );
}
