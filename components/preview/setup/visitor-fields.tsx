"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { CHANNELS } from "#flows/kernel/channels.ts";
import { LOCALES } from "#flows/kernel/text.ts";
import { previewMessages } from "../messages.ts";
import { usePreviewStore } from "../preview-store.ts";
import { JsonField } from "./json-field.tsx";
import { parseJsonObject } from "./parse-json.ts";
import { SetupGroup, SetupRow } from "./setup-row.tsx";

/** Who the customer is, and through which door they come. */
export function VisitorFields() {
  const t = useTexts(previewMessages).setup;
  const settings = usePreviewStore((state) => state.settings);
  const setSettings = usePreviewStore((state) => state.setSettings);
  return (
    <SetupGroup title={t.visitor} hint={t.onRestart}>
      <SetupRow label={t.language}>
        <Segmented
          label={t.language}
          value={settings.locale}
          options={LOCALES.map((value) => ({ value, label: value === "en" ? "English" : "中文" }))}
          onChange={(locale) => setSettings({ locale })}
        />
      </SetupRow>
      <SetupRow label={t.channel}>
        <Select
          label={t.channel}
          size="sm"
          value={settings.channel}
          options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
          onChange={(channel) => setSettings({ channel })}
        />
      </SetupRow>
      <SetupRow label={t.visitor}>
        <Segmented
          label={t.visitor}
          value={settings.visitor}
          options={(["new", "returning"] as const).map((value) => ({ value, label: t.visitors[value] }))}
          onChange={(visitor) => setSettings({ visitor })}
        />
      </SetupRow>
      {settings.visitor === "returning" && (
        <JsonField
          label={t.contact}
          value={settings.contact}
          problem={t.badJson}
          parse={parseJsonObject}
          onChange={(contact) => setSettings({ contact })}
        />
      )}
      <TextField
        label={t.identity}
        hint={t.identityHint}
        value={settings.identity}
        maxLength={64}
        onChange={(event) => setSettings({ identity: event.target.value.trim() })}
      />
      <JsonField
        label={t.context}
        hint={t.contextHint}
        value={settings.context}
        problem={t.badJson}
        parse={parseJsonObject}
        onChange={(context) => setSettings({ context })}
      />
    </SetupGroup>
  );
}
