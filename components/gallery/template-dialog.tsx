"use client";

import { Check } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextField } from "#components/ui/text-field.tsx";
import type { Template } from "#flows/packs/index.ts";
import { galleryMessages } from "./messages.ts";
import { TalkPreview } from "./talk-preview.tsx";
import { useBotMaker } from "./use-bot-maker.ts";

const NAME_MAX_CHARS = 80;

type TemplateDialogProps = { readonly template: Template; onClose(): void };

/** The last step: a name, which is filled in already, so that Enter is enough. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const t = useTexts(galleryMessages);
  const ui = useTexts(uiMessages);
  const locale = usePreferences((state) => state.locale);
  const formId = useId();
  const maker = useBotMaker();
  const [name, setName] = useState<string>(template.name[locale]);
  const [isTried, setTried] = useState(false);
  const isEmpty = name.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isEmpty) maker.make({ name, templateId: template.id, locale });
  };
  return (
    <Dialog
      isOpen
      width={template.preview.length > 0 ? "lg" : "md"}
      title={template.name[locale]}
      description={template.summary[locale]}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={maker.isBusy}>
            {t.dialog.create}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <TextField
          label={t.dialog.name}
          hint={t.dialog.nameHint}
          error={isTried && isEmpty ? t.dialog.nameEmpty : null}
          value={name}
          maxLength={NAME_MAX_CHARS}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        {template.preview.length > 0 && (
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
            <Abilities template={template} />
            <div className="rounded-md border border-line bg-canvas p-3">
              <TalkPreview template={template} />
            </div>
          </div>
        )}
      </form>
    </Dialog>
  );
}

function Abilities({ template }: { readonly template: Template }) {
  const t = useTexts(galleryMessages);
  const locale = usePreferences((state) => state.locale);
  return (
    <section aria-label={t.dialog.abilities}>
      <h3 className="text-sm font-medium text-ink">{t.dialog.abilities}</h3>
      <ul className="mt-2 flex flex-col gap-1.5">
        {template.abilities.map((ability) => (
          <li key={ability.en} className="flex gap-2 text-sm text-ink-2">
            <Check className="mt-0.5 size-4 shrink-0 text-success" aria-hidden />
            {ability[locale]}
          </li>
        ))}
        <li className="flex gap-2 text-sm text-ink-2">
          <Check className="mt-0.5 size-4 shrink-0 text-success" aria-hidden />
          {t.answers(template.answers)}
        </li>
      </ul>
    </section>
  );
}
