"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { COLOR_NAMES, COLORS, type ColorName } from "./family-look.ts";
import { canvasMessages } from "./messages.ts";

type ColorDotsProps = { readonly label: string; readonly value: ColorName; onPick(color: ColorName): void };

export function ColorDots({ label, value, onPick }: ColorDotsProps) {
  const t = useTexts(canvasMessages);
  return (
    <fieldset className="flex items-center gap-1" aria-label={label}>
      {COLOR_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          aria-label={t.colors[name]}
          aria-pressed={name === value}
          title={t.colors[name]}
          onClick={() => onPick(name)}
          className={joinClasses(
            "size-4 rounded-full border border-surface",
            name === value && "ring-2 ring-focus",
          )}
          style={{ background: COLORS[name] }}
        />
      ))}
    </fieldset>
  );
}
