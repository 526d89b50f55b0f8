"use client";

import { type FormEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "#components/ui/field.tsx";
import { Labelled } from "#components/ui/labelled.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { INPUT_CLASSES, TextField } from "#components/ui/text-field.tsx";
import type { BotDetail } from "./bot-page.tsx";
import { LookPreview } from "./look-preview.tsx";
import { botMessages } from "./messages.ts";
import { SaveBar } from "./save-bar.tsx";
import { useSettingsSaver } from "./use-settings-saver.ts";

const SWATCHES = ["#4b4ddb", "#2166c2", "#0c7a72", "#157f5b", "#b8470a", "#c8323c", "#b3249f", "#171b28"];
const COLOR = /^#[0-9a-f]{6}$/i;
const POSITIONS = ["left", "right"] as const;
const DARKS = ["auto", "light", "dark"] as const;

type BotLookFormProps = { readonly bot: BotDetail; readonly isReadOnly: boolean };

/** The theme with its preview; saved together with the rest of the settings as they are. */
export function BotLookForm({ bot, isReadOnly }: BotLookFormProps) {
  const texts = useTexts(botMessages);
  const t = texts.look;
  const saver = useSettingsSaver();
  const [theme, setTheme] = useState(bot.settings.theme);
  const change = (part: Partial<typeof theme>) => setTheme({ ...theme, ...part });
  const isColorGood = COLOR.test(theme.color);
  const isAvatarGood = !theme.avatarUrl || /^(https:\/\/|\/[^/\\])/.test(theme.avatarUrl);
  const isChanged = JSON.stringify(theme) !== JSON.stringify(bot.settings.theme);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isColorGood && isAvatarGood)
      saver.mutate({ botId: bot.id, name: bot.name, settings: { ...bot.settings, theme } });
  };

  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Panel title={t.title} description={isReadOnly ? texts.readOnly : t.lead}>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-5">
            <ColorField color={theme.color} isGood={isColorGood} onChange={(color) => change({ color })} />
            <div className="flex flex-wrap gap-x-8 gap-y-5">
              <Labelled label={t.position}>
                <Segmented
                  label={t.position}
                  value={theme.position}
                  isDisabled={isReadOnly}
                  options={POSITIONS.map((value) => ({ value, label: t.positions[value] }))}
                  onChange={(position) => change({ position })}
                />
              </Labelled>
              <Labelled label={t.dark}>
                <Segmented
                  label={t.dark}
                  value={theme.dark}
                  isDisabled={isReadOnly}
                  options={DARKS.map((value) => ({ value, label: t.darks[value] }))}
                  onChange={(dark) => change({ dark })}
                />
              </Labelled>
            </div>
            <TextField
              label={t.launcherText}
              hint={t.launcherHint}
              maxLength={40}
              value={theme.launcherText ?? ""}
              onChange={(event) => change({ launcherText: event.target.value || null })}
            />
            <TextField
              label={t.avatarUrl}
              hint={t.avatarHint}
              error={isAvatarGood ? null : t.avatarInvalid}
              maxLength={500}
              value={theme.avatarUrl ?? ""}
              onChange={(event) => change({ avatarUrl: event.target.value.trim() || null })}
            />
          </fieldset>
          <LookPreview name={bot.name} theme={isColorGood ? theme : bot.settings.theme} />
        </div>
      </Panel>
      <SaveBar
        isChanged={isChanged}
        isBusy={saver.isPending}
        onDiscard={() => setTheme(bot.settings.theme)}
      />
    </form>
  );
}

type ColorFieldProps = { readonly color: string; readonly isGood: boolean; onChange(color: string): void };

function ColorField({ color, isGood, onChange }: ColorFieldProps) {
  const t = useTexts(botMessages).look;
  return (
    <Field label={t.color} error={isGood ? null : t.colorInvalid}>
      {(attributes) => (
        <div className="flex flex-wrap items-center gap-2">
          {SWATCHES.map((swatch) => (
            <button
              key={swatch}
              type="button"
              aria-label={t.swatch(swatch)}
              aria-pressed={swatch === color.toLowerCase()}
              onClick={() => onChange(swatch)}
              style={{ backgroundColor: swatch }}
              className="size-7 rounded-sm ring-offset-2 ring-offset-surface aria-pressed:ring-2 aria-pressed:ring-ink-2"
            />
          ))}
          <input
            {...attributes}
            value={color}
            maxLength={7}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
            className={`${INPUT_CLASSES} max-w-26 font-mono`}
          />
        </div>
      )}
    </Field>
  );
}
