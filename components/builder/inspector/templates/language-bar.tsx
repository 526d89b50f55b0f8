"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { templateMessages } from "./messages.ts";
import { TEXT_MODES, type TextMode } from "./text-language.ts";

export type LanguageViewProps = {
  readonly mode: TextMode;
  readonly missing: readonly Locale[];
  readonly isShort: boolean;
  readonly isDisabled: boolean;
  onPick(mode: TextMode): void;
};

/** All three side by side. */
export function LanguageBar({ mode, missing, isShort, isDisabled, onPick }: LanguageViewProps) {
  const t = useTexts(templateMessages);
  const names = isShort ? t.short : t.languages;
  return (
    <fieldset
      disabled={isDisabled}
      className="inline-flex shrink-0 rounded-xs bg-sunken p-px"
      aria-label={t.language}
    >
      {TEXT_MODES.map((own) => {
        const isMissing = own !== "same" && missing.includes(own);
        const hint = isMissing ? t.missing(t.languages[own]) : t.languageHint[own];
        return (
          <button
            key={own}
            type="button"
            aria-pressed={own === mode}
            aria-label={isMissing ? `${names[own]} ${hint}` : names[own]}
            title={hint}
            onClick={() => onPick(own)}
            className={joinClasses(
              "relative h-5 whitespace-nowrap rounded-[3px] px-1.5 text-[11px] leading-5 hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line)]",
              isMissing ? "text-warn-text" : "text-ink-3",
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
  );
}
