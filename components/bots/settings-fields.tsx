"use client";

import { type FormEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { LOCALES, type Locale } from "#flows/kernel/text.ts";
import type { BotDetail } from "./bot-page.tsx";
import { ChannelsField } from "./channels-field.tsx";
import { botMessages } from "./messages.ts";
import { OriginsField } from "./origins-field.tsx";
import { SaveBar } from "./save-bar.tsx";
import { toOrigins } from "./to-origins.ts";
import { useSettingsSaver } from "./use-settings-saver.ts";

const BURSTS = ["0", "500", "800", "1500", "3000"] as const;

type SettingsFieldsProps = { readonly bot: BotDetail; readonly isReadOnly: boolean };

export function SettingsFields({ bot, isReadOnly }: SettingsFieldsProps) {
  const texts = useTexts(botMessages);
  const t = texts.settings;
  const saver = useSettingsSaver();
  const start = { name: bot.name, origins: bot.settings.allowedOrigins.join("\n"), settings: bot.settings };
  const [draft, setDraft] = useState(start);
  const { settings } = draft;
  const change = (part: Partial<typeof settings>) =>
    setDraft({ ...draft, settings: { ...settings, ...part } });
  const { origins, problem } = toOrigins(draft.origins);
  const isGood = draft.name.trim() !== "" && settings.locales.length > 0 && problem === null;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isGood)
      saver.mutate({
        botId: bot.id,
        name: draft.name,
        settings: { ...settings, allowedOrigins: [...origins] },
      });
  };

  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      {isReadOnly && <Notice tone="info">{texts.readOnly}</Notice>}
      <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
        <Panel title={t.basics}>
          <div className="flex flex-col gap-5">
            <TextField
              label={t.name}
              hint={t.nameHint}
              maxLength={80}
              required
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
            <LocalesField
              value={settings.locales}
              isReadOnly={isReadOnly}
              onChange={(locales) => change({ locales: [...locales] })}
            />
            <ChannelsField
              value={settings.channels ?? ["web"]}
              isReadOnly={isReadOnly}
              onChange={(channels) => change({ channels: [...channels] })}
            />
          </div>
        </Panel>
        <Panel title={t.experience}>
          <div className="flex flex-col gap-4">
            <SwitchField
              label={t.sound}
              hint={t.soundHint}
              isOn={settings.sound}
              isDisabled={isReadOnly}
              onChange={(sound) => change({ sound })}
            />
            <SwitchField
              label={t.upload}
              hint={t.uploadHint}
              isOn={settings.fileUpload}
              isDisabled={isReadOnly}
              onChange={(fileUpload) => change({ fileUpload })}
            />
            <BurstField
              value={settings.burstMs}
              isReadOnly={isReadOnly}
              onChange={(burstMs) => change({ burstMs })}
            />
          </div>
        </Panel>
        <Panel title={t.safety}>
          <div className="flex flex-col gap-5">
            <OriginsField
              value={draft.origins}
              problem={problem}
              onChange={(value) => setDraft({ ...draft, origins: value })}
            />
            <SwitchField
              label={t.identityRequired}
              hint={t.identityRequiredHint}
              isOn={settings.identityRequired}
              isDisabled={isReadOnly || (!bot.hasIdentitySecret && !settings.identityRequired)}
              onChange={(identityRequired) => change({ identityRequired })}
            />
          </div>
        </Panel>
      </fieldset>
      <SaveBar isChanged={isChanged} isBusy={saver.isPending} onDiscard={() => setDraft(start)} />
    </form>
  );
}

type LocalesFieldProps = {
  readonly value: readonly Locale[];
  readonly isReadOnly: boolean;
  onChange(locales: readonly Locale[]): void;
};

function LocalesField({ value, isReadOnly, onChange }: LocalesFieldProps) {
  const t = useTexts(botMessages).settings;
  return (
    <fieldset disabled={isReadOnly}>
      <legend className="text-sm font-medium text-ink">{t.locales}</legend>
      <div className="mt-1.5 flex gap-5">
        {LOCALES.map((locale) => (
          <label key={locale} className="inline-flex items-center gap-2 text-base">
            <input
              type="checkbox"
              className="size-4 accent-[var(--accent)]"
              checked={value.includes(locale)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, locale] : value.filter((own) => own !== locale))
              }
            />
            {t.localeNames[locale]}
          </label>
        ))}
      </div>
      <p className={`mt-1.5 text-sm ${value.length === 0 ? "text-danger-text" : "text-ink-3"}`}>
        {value.length === 0 ? t.localesEmpty : t.localesHint}
      </p>
    </fieldset>
  );
}

type BurstFieldProps = {
  readonly value: number;
  readonly isReadOnly: boolean;
  onChange(burstMs: number): void;
};

function BurstField({ value, isReadOnly, onChange }: BurstFieldProps) {
  const t = useTexts(botMessages).settings;
  const own = BURSTS.some((known) => Number(known) === value) ? [] : [String(value)];
  return (
    <Field label={t.burst} hint={t.burstHint}>
      {(attributes) => (
        <Select
          id={attributes.id}
          label={t.burst}
          value={String(value)}
          isDisabled={isReadOnly}
          className="max-w-60"
          options={[
            ...BURSTS.map((known) => ({ value: String(known), label: t.bursts[known] })),
            ...own.map((other) => ({ value: other, label: t.burstOther(String(value / 1000)) })),
          ]}
          onChange={(next) => onChange(Number(next))}
        />
      )}
    </Field>
  );
}
