"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { LOCALES, type Locale, type Text } from "#flows/kernel/text.ts";
import { templateMessages } from "./messages.ts";
import { isSplit, listMissing, losesText, mergeText, splitText } from "./text-language.ts";

export type TextMode = "same" | Locale;

type LanguageSwitchProps = {
  readonly value: Text | undefined;
  readonly mode: TextMode;
  /** Short names, for rows of a list. */
  readonly isShort?: boolean;
  readonly isDisabled?: boolean;
  onMode(mode: TextMode): void;
  onChange(value: Text): void;
};

const MODES = ["same", ...LOCALES] as const;

/** One text for all languages, or one in each; a dot marks the language that is still missing. */
export function LanguageSwitch({ value, mode, isShort, isDisabled, onMode, onChange }: LanguageSwitchProps) {
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
  const names = isShort ? t.short : t.languages;
  const current = mode === "same" ? "zh-CN" : mode;
  return (
    <>
      <fieldset
        disabled={isDisabled}
        className="inline-flex shrink-0 rounded-xs bg-sunken p-px"
        aria-label={t.language}
      >
        {MODES.map((own) => {
          const isMissing = own !== "same" && missing.includes(own);
          const hint = isMissing ? t.missing(t.languages[own]) : t.languageHint[own];
          return (
            <button
              key={own}
              type="button"
              aria-pressed={own === mode}
              aria-label={isMissing ? hint : t.languages[own]}
              title={hint}
              onClick={() => pick(own)}
              className={joinClasses(
                "relative h-5 whitespace-nowrap rounded-[3px] px-1.5 text-[11px] leading-5 text-ink-3 hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line)]",
                isMissing && "text-warn-text",
              )}
            >
              {names[own]}
              {isMissing && (
                <span className="absolute -right-px -top-px size-1.5 rounded-full bg-warn" aria-hidden />
              )}
            </button>
          );
        })}
      </fieldset>
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
