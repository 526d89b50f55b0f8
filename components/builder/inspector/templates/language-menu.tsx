"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Menu, MenuItem, MenuLabel } from "#components/ui/menu.tsx";
import type { LanguageViewProps } from "./language-bar.tsx";
import { templateMessages } from "./messages.ts";
import { TEXT_MODES } from "./text-language.ts";

/** The same choice behind one small button, where rows stand close together. */
export function LanguageMenu({ mode, missing, isDisabled, onPick }: LanguageViewProps) {
  const t = useTexts(templateMessages);
  const [firstMissing] = missing;
  const hint = firstMissing === undefined ? t.languageHint[mode] : t.missing(t.languages[firstMissing]);
  return (
    <Menu
      trigger={
        <button
          type="button"
          disabled={isDisabled}
          title={hint}
          aria-label={`${t.short[mode]} ${t.language}: ${hint}`}
          className="relative h-8 w-9 shrink-0 rounded-sm text-xs text-ink-3 hover:bg-hover hover:text-ink disabled:opacity-50"
        >
          {t.short[mode]}
          {firstMissing !== undefined && (
            <span className="absolute right-1 top-1.5 size-1.5 rounded-full bg-warn" aria-hidden />
          )}
        </button>
      }
    >
      <MenuLabel>{t.language}</MenuLabel>
      {TEXT_MODES.map((own) => (
        <MenuItem key={own} isChecked={own === mode} onSelect={() => onPick(own)}>
          {own !== "same" && missing.includes(own) ? t.missing(t.languages[own]) : t.languages[own]}
        </MenuItem>
      ))}
    </Menu>
  );
}
