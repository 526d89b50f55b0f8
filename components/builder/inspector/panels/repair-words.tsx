"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { REPAIR_WORDS } from "#flows/kernel/repair-words.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { TagInput } from "../lists/tag-input.tsx";
import { panelMessages } from "./messages.ts";
import { useSettings, useSettingsEdit } from "./use-settings.ts";

type RepairWordsProps = { readonly name: "cancel" | "back" | "correct" | "repeat" | "human" };

const SHOWN_MAX = 5;

/** Own words take the place of the shipped ones, so those are shown while there are none. */
export function RepairWords({ name }: RepairWordsProps) {
  const t = useTexts(panelMessages).settings;
  const locale = usePreferences((state) => state.locale);
  const { repair } = useSettings();
  const edit = useSettingsEdit();
  const canEdit = useBuilder((state) => state.canEdit);
  const { words } = repair[name];
  const shipped = name === "human" ? t.shippedHuman : listShipped(name, locale, t.shipped);
  return (
    <FieldShell
      path={`settings.repair.${name}.words`}
      label={t.words}
      help={words.length === 0 ? `${t.wordsHint}${locale === "en" ? " " : ""}${shipped}` : undefined}
    >
      {(attributes) => (
        <TagInput
          attributes={attributes}
          tags={words}
          isDisabled={!canEdit}
          onChange={(tags) =>
            edit(`repair.${name}.words`, (settings) => ({
              ...settings,
              repair: { ...settings.repair, [name]: { ...settings.repair[name], words: [...tags] } },
            }))
          }
        />
      )}
    </FieldShell>
  );
}

/** Those of the reader's own language first. */
function listShipped(
  name: keyof typeof REPAIR_WORDS,
  locale: Locale,
  toText: (words: string, count: number) => string,
): string {
  const all: readonly string[] = REPAIR_WORDS[name];
  const own = all.filter((word) => /\p{Script=Han}/u.test(word) === (locale === "zh-CN"));
  return toText(own.slice(0, SHOWN_MAX).join(locale === "zh-CN" ? "、" : ", "), all.length);
}
