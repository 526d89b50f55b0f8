import { useState } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Part } from "#flows/kernel/protocol.ts";
import type { Skin } from "./skins.ts";

export type TalkChoicesTexts = {
  readonly choices: string;
  readonly confirmChoices: string;
  readonly choicesJoin: string;
  readonly numberHint: string;
};

type TalkChoicesProps = {
  readonly part: Extract<Part, { type: "choices" }>;
  readonly skin: Skin;
  readonly t: TalkChoicesTexts;
  readonly isOpen: boolean;
  onPick(text: string, choice: string | null): void;
};

/** Answers to pick: buttons, or a numbered list where the channel has no buttons. */
export function TalkChoices({ part, skin, t, isOpen, onPick }: TalkChoicesProps) {
  const [marked, setMarked] = useState<readonly string[]>([]);
  const isNumbered = skin.choices === "numbers";

  const pick = (id: string, place: number) => {
    const option = part.options[place];
    if (option === undefined) return;
    if (!part.multiple) return isNumbered ? onPick(String(place + 1), null) : onPick(option.label, id);
    setMarked(marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id]);
  };
  const confirm = () => {
    const chosen = part.options.filter(({ id }) => marked.includes(id));
    onPick(chosen.map(({ label }) => label).join(t.choicesJoin), chosen.map(({ id }) => id).join(","));
  };

  return (
    <fieldset
      disabled={!isOpen}
      className={joinClasses("min-w-0 max-w-full", isNumbered && joinClasses("px-3 py-1.5", skin.bot))}
    >
      <legend className="sr-only">{t.choices}</legend>
      <div className={isNumbered ? "flex flex-col items-start" : "flex flex-wrap gap-1.5 py-0.5"}>
        {part.options.map(({ id, label }, place) => (
          <button
            key={id}
            type="button"
            aria-pressed={part.multiple ? marked.includes(id) : undefined}
            onClick={() => pick(id, place)}
            className={
              isNumbered
                ? "min-h-7 text-left enabled:hover:underline"
                : "min-h-8 rounded-lg border border-brand-line bg-surface px-3 py-1 text-left text-sm font-medium text-brand-text transition-colors enabled:hover:border-brand enabled:hover:bg-brand-soft disabled:border-line disabled:font-normal disabled:text-ink-3 aria-pressed:border-brand aria-pressed:bg-brand-soft"
            }
          >
            {isNumbered ? `${place + 1}. ${label}` : label}
          </button>
        ))}
      </div>
      {isNumbered && !part.multiple && <p className="text-sm opacity-70">{t.numberHint}</p>}
      {part.multiple && isOpen && (
        <button
          type="button"
          disabled={marked.length === 0}
          onClick={confirm}
          className="mt-1.5 h-8 rounded-md bg-brand px-3 text-sm font-medium text-brand-on hover:bg-brand-hover disabled:opacity-40"
        >
          {t.confirmChoices}
        </button>
      )}
    </fieldset>
  );
}
