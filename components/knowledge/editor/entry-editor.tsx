"use client";

import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { EntryBadges } from "../entries/entry-badges.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { ChecksPanel } from "./checks-panel.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { EntryFooter } from "./entry-footer.tsx";
import { EntryForm } from "./entry-form.tsx";
import { HistoryPane } from "./history-pane.tsx";
import { editorMessages } from "./messages.ts";
import { useEntryCheck } from "./use-entry-check.ts";
import { type EntryDetail, useEntryEditor } from "./use-entry-editor.ts";

type EntryEditorProps = {
  readonly baseId: string;
  readonly entry: EntryDetail | null;
  readonly categoryId: string | null;
  onOpen(entryId: string): void;
  onClose(): void;
  toHref(entryId: string): string;
};

export function EntryEditor({ baseId, entry, categoryId, onOpen, onClose, toHref }: EntryEditorProps) {
  const t = useTexts(editorMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const mayEdit = useMay("knowledge.updateEntry");
  const [view, setView] = useState<"edit" | "history">("edit");
  const editor = useEntryEditor({ baseId, entry, categoryId, onCreated: onOpen });
  const check = useEntryCheck({
    ...{ baseId, entryId: entry?.id ?? null, content: editor.content },
    isEnabled: mayEdit && view === "edit",
  });
  const close = () => {
    if (editor.isChanged) showSuccess(t.keptClosed);
    onClose();
  };
  return (
    <Sheet
      title={entry ? toQuestion(entry.content.question, locale) : t.newTitle}
      status={entry && <Status entry={entry} />}
      onClose={close}
      footer={mayEdit && <EntryFooter baseId={baseId} entry={entry} editor={editor} onClose={onClose} />}
    >
      {entry && (
        <Segmented<"edit" | "history">
          label={t.viewsLabel}
          value={view}
          options={[
            { value: "edit", label: t.views.edit },
            { value: "history", label: t.views.history },
          ]}
          className="mb-4"
          onChange={setView}
        />
      )}
      {view === "history" && entry ? (
        <HistoryPane baseId={baseId} entry={entry} isChanged={editor.isChanged} />
      ) : (
        <div className="flex flex-col gap-4">
          {!mayEdit && <Notice tone="info">{t.readOnly}</Notice>}
          {editor.keptAt !== null && (
            <Notice tone="info">
              <span className="flex flex-wrap items-center gap-x-3">
                {t.keptNote(formats.relative(new Date(editor.keptAt).toISOString()))}
                <Button look="ghost" size="sm" onClick={editor.discard}>
                  {t.discard}
                </Button>
              </span>
            </Notice>
          )}
          <EntryForm
            baseId={baseId}
            draft={editor.draft}
            isNew={entry === null}
            isReadOnly={!mayEdit || (entry === null && editor.isBusy)}
            onChange={editor.change}
          />
          {mayEdit && <ChecksPanel check={check} toHref={toHref} />}
        </div>
      )}
      {editor.conflict && (
        <ConflictDialog
          baseId={baseId}
          conflict={editor.conflict}
          isBusy={editor.isBusy}
          onSettle={(choices) => void editor.settle(choices)}
          onSaveApart={() => void editor.saveApart()}
          onClose={editor.closeConflict}
        />
      )}
    </Sheet>
  );
}

function Status({ entry }: { readonly entry: EntryDetail }) {
  const t = useTexts(editorMessages);
  const formats = useFormats();
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-3">
      <EntryBadges entry={entry} />
      {t.writtenBy(entry.authorName, formats.relative(entry.updatedAt))}
      {entry.approverName !== null && <span>{t.approvedBy(entry.approverName)}</span>}
    </span>
  );
}
