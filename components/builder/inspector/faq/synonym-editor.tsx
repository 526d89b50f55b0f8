"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { FieldShell } from "../form/field-shell.tsx";
import { TagInput } from "../lists/tag-input.tsx";
import { understandingMessages } from "../understanding/messages.ts";
import { useFaqHands, useSynonyms } from "./use-faq-set.ts";

/** Words that mean the same in all questions of a set, so that no question has to be written once more for each of them. */
export function SynonymEditor({ setId }: { readonly setId: string }) {
  const t = useTexts(understandingMessages).synonyms;
  const canEdit = useBuilder((state) => state.canEdit);
  const groups = useSynonyms(setId);
  const { setSynonyms } = useFaqHands(setId);
  const [isOpen, setOpen] = useState(false);
  const replace = (index: number, words: readonly string[]) =>
    setSynonyms(groups.map((group, i) => (i === index ? words : group)));
  return (
    <Collapsible title={t.title} note={t.count(groups.length)} isOpen={isOpen} onOpenChange={setOpen}>
      <div className="flex flex-col gap-2">
        <p className="text-xs text-ink-3">{t.hint}</p>
        {groups.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group has nothing but its place
          <div key={index} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <FieldShell
                path={`faqSets.${setId}.synonyms[${index}]`}
                label={t.group(index + 1)}
                isLabelHidden
                help={words.length === 1 ? t.lonely : undefined}
              >
                {(attributes) => (
                  <TagInput
                    attributes={attributes}
                    tags={words}
                    placeholder={t.example}
                    isDisabled={!canEdit}
                    onChange={(next) => replace(index, next)}
                  />
                )}
              </FieldShell>
            </div>
            {canEdit && (
              <IconButton
                icon={X}
                label={t.remove(index + 1)}
                className="size-8 text-ink-3"
                onClick={() => setSynonyms(groups.filter((_words, i) => i !== index))}
              />
            )}
          </div>
        ))}
        {canEdit && (
          <Button
            look="ghost"
            size="sm"
            icon={Plus}
            className="self-start text-accent-text"
            onClick={() => setSynonyms([...groups, []])}
          >
            {t.add}
          </Button>
        )}
      </div>
    </Collapsible>
  );
}
