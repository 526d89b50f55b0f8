"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Locale, Text } from "#flows/kernel/text.ts";
import { LanguageBar } from "./language-bar.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { templateMessages } from "./messages.ts";
import { isSplit, listMissing, losesText, mergeText, splitText, type TextMode } from "./text-language.ts";

type LanguageSwitchProps = {
  readonly value: Text | undefined;
  readonly mode: TextMode;
  /** One button with a menu, for rows of a list. */
  readonly isMenu?: boolean;
  /** Short names, where a label stands in the same line. */
  readonly isShort?: boolean;
  readonly isDisabled: boolean;
  onMode(mode: TextMode): void;
  onChange(value: Text): void;
};

/** One text for all languages, or one in each; a dot marks the language that is still missing. */
export function LanguageSwitch({
  value,
  mode,
  isMenu,
  isShort,
  isDisabled,
  onMode,
  onChange,
}: LanguageSwitchProps) {
  const t = useTexts(templateMessages);
  const [isAsking, setAsking] = useState(false);
  const missing = listMissing(value);
  const merge = (language: Locale) => {
    onChange(mergeText(value, language));
    onMode("same");
    setAsking(false);
  };
  const pick = (next: TextMode) => {
    if (next === mode) return;
    if (next === "same") {
      if (losesText(value)) setAsking(true);
      else merge(mode === "same" ? "zh-CN" : mode);
      return;
    }
    if (!isSplit(value)) onChange(splitText(value, next));
    onMode(next);
  };
  const current = mode === "same" ? "zh-CN" : mode;
  const View = isMenu ? LanguageMenu : LanguageBar;
  return (
    <>
      <View mode={mode} missing={missing} isShort={isShort ?? false} isDisabled={isDisabled} onPick={pick} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t.mergeTitle}
        body={t.mergeBody(t.languages[current])}
        action={t.merge}
        isDangerous={false}
        onConfirm={() => merge(current)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
