"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Template } from "#flows/packs/index.ts";
import { galleryMessages } from "./messages.ts";
import { TalkPreview } from "./talk-preview.tsx";
import { TemplateIcon } from "./template-icon.tsx";

const LINES_MAX = 3;

type TemplateCardProps = { readonly template: Template; onChoose(): void };

/** One template: what it does, and how it sounds. The whole card is one button. */
export function TemplateCard({ template, onChoose }: TemplateCardProps) {
  const t = useTexts(galleryMessages);
  const locale = usePreferences((state) => state.locale);
  const name = template.name[locale];
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-lg border border-line bg-surface transition-[border-color,box-shadow] duration-[var(--fast)] hover:border-accent-line hover:shadow-pop focus-within:border-accent-line">
      <div className="flex items-start gap-3 p-4">
        <TemplateIcon name={template.icon} />
        <div className="min-w-0">
          <h2 className="text-base font-semibold text-ink">
            <button type="button" onClick={onChoose} className="text-left after:absolute after:inset-0">
              <span className="sr-only">{t.choose(name)}</span>
              <span aria-hidden>{name}</span>
            </button>
          </h2>
          <p className="mt-0.5 text-sm text-ink-2">{template.summary[locale]}</p>
          {template.answers > 0 && (
            <p className="mt-1.5 text-xs text-ink-3">
              {t.answers(template.answers)} ·{" "}
              {template.languages.map((language) => t.languages[language]).join(" / ")}
            </p>
          )}
        </div>
      </div>
      {template.preview.length > 0 && (
        <div className="mt-auto h-35 overflow-hidden border-t border-line bg-canvas px-4 py-3 [mask-image:linear-gradient(to_bottom,black_70%,transparent)]">
          <TalkPreview template={template} linesMax={LINES_MAX} />
        </div>
      )}
    </li>
  );
}
