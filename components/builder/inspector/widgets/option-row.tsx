"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { toList } from "../form/config-path.ts";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import { TagsWidget } from "./tags-widget.tsx";

type OptionRowProps = { readonly path: string; readonly index: number; readonly hasSynonyms: boolean };

/** One button: its text, and behind a link the other words that mean it. */
export function OptionRow({ path, index, hasSynonyms }: OptionRowProps) {
  const t = useTexts(inspectorMessages);
  const field = useField(`${path}.label`);
  const synonyms = useField(`${path}.synonyms`);
  const id = useField(`${path}.id`);
  const count = toList(synonyms.value).length;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-1.5">
      <TextFieldEditor
        {...field}
        error={field.error ?? id.error}
        label={`${field.label} ${index + 1}`}
        help={undefined}
        isLabelHidden
        isMultiline={false}
        placeholder={t.optionNumber(index + 1)}
        value={toText(field.value)}
        onChange={(text) => field.set(toStored(text))}
      />
      {hasSynonyms &&
        (isOpen || synonyms.error ? (
          <TagsWidget path={`${path}.synonyms`} />
        ) : (
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="self-start text-xs text-ink-3 underline-offset-2 hover:text-ink hover:underline"
          >
            {count === 0 ? `+ ${t.synonyms}` : t.synonymsCount(count)}
          </button>
        ))}
    </div>
  );
}
