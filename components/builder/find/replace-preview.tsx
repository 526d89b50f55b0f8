"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Replacement } from "#flows/editing/find-text.ts";
import { usePlaceName } from "./find-snippet.tsx";
import { findMessages } from "./messages.ts";

type ReplacePreviewProps = {
  readonly replacements: readonly Replacement[];
  onConfirm(replacements: readonly Replacement[]): void;
  onClose(): void;
};

/** More lines would only slow the dialog down; the number in its title counts all. */
const SHOWN_MAX = 200;

/** Every change before it is made. */
export function ReplacePreview({ replacements, onConfirm, onClose }: ReplacePreviewProps) {
  const t = useTexts(findMessages);
  return (
    <Dialog
      isOpen
      width="lg"
      title={t.previewTitle(replacements.length)}
      description={t.previewText}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={replacements.length === 0} onClick={() => onConfirm(replacements)}>
            {t.confirm}
          </Button>
        </>
      }
    >
      {replacements.length === 0 ? (
        <p className="text-sm text-ink-2">{t.nothing}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {replacements.slice(0, SHOWN_MAX).map((replacement) => (
            <li key={JSON.stringify(replacement.place)}>
              <Change replacement={replacement} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Change({ replacement }: { readonly replacement: Replacement }) {
  const t = useTexts(findMessages);
  const name = usePlaceName(replacement.place);
  return (
    <article className="rounded-sm border border-line p-2.5 text-sm">
      <p className="truncate text-xs text-ink-3">{name}</p>
      <p className="mt-1 line-clamp-3 text-ink-3 line-through">
        <span className="sr-only">{t.before}</span>
        {replacement.before}
      </p>
      <p className="mt-0.5 line-clamp-3 text-ink">
        <span className="sr-only">{t.after}</span>
        {replacement.after}
      </p>
    </article>
  );
}
