"use client";

import { MoreHorizontal, Trash2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useMay, useMe } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { SkippedNotice } from "../entries/skipped-notice.tsx";
import { type StateAction, useEntryChanges } from "../entries/use-entry-changes.ts";
import { findAnswerTwice } from "./entry-draft.ts";
import { listActions } from "./list-actions.ts";
import { editorMessages } from "./messages.ts";
import { LINE_CHARS_MAX, LINES_MAX } from "./phrasings-field.tsx";
import type { EntryDetail, useEntryEditor } from "./use-entry-editor.ts";

type EntryFooterProps = {
  readonly baseId: string;
  readonly entry: EntryDetail | null;
  readonly editor: ReturnType<typeof useEntryEditor>;
  onClose(): void;
};

/** Saves; what is saved can be moved on, by those who may. */
export function EntryFooter({ baseId, entry, editor, onClose }: EntryFooterProps) {
  const t = useTexts(editorMessages);
  const mayApprove = useMay("knowledge.approve");
  const { role } = useMe();
  const isManager = role === "owner" || role === "admin";
  const changes = useEntryChanges(baseId);
  const [isRejecting, setRejecting] = useState(false);
  const { content, draft, isChanged, isBusy, rev } = editor;
  const isGood =
    Object.keys(content.question).length > 0 &&
    findAnswerTwice(draft.answers) === null &&
    [...content.similar, ...content.negatives].every((line) => line.length <= LINE_CHARS_MAX) &&
    content.similar.length <= LINES_MAX;
  const act = (action: StateAction, note = "") => {
    if (entry && rev !== null)
      void changes.move(action, [{ entryId: entry.id, rev }], note).then(() => setRejecting(false));
  };
  const offered = entry ? listActions(entry.state, { mayApprove, isManager, isStale: entry.isStale }) : null;
  return (
    <>
      {changes.skipped.length > 0 && (
        <div className="w-full">
          <SkippedNotice skipped={changes.skipped} onClose={changes.forgetSkipped} />
        </div>
      )}
      {entry && offered && (
        <Menu
          side="top"
          align="start"
          trigger={<IconButton icon={MoreHorizontal} label={t.more} disabled={isChanged || changes.isBusy} />}
        >
          {offered.further.map((action) => (
            <MenuItem key={action} onSelect={() => (action === "reject" ? setRejecting(true) : act(action))}>
              {t.actions[action]}
            </MenuItem>
          ))}
          {offered.further.length > 0 && <MenuLine />}
          <MenuItem
            icon={Trash2}
            isDangerous
            onSelect={() => void changes.remove([entry.id]).then((answer) => answer && onClose())}
          >
            {t.actions.remove}
          </MenuItem>
        </Menu>
      )}
      <span className="min-w-0 flex-1 truncate text-sm text-ink-3">{isChanged && t.unsaved}</span>
      {isChanged || entry === null ? (
        <>
          {isChanged && (
            <Button look="ghost" disabled={isBusy} onClick={editor.discard}>
              {t.discard}
            </Button>
          )}
          <Button
            look="primary"
            isBusy={isBusy}
            disabled={!isGood || !isChanged}
            onClick={() => void editor.save()}
          >
            {t.save}
          </Button>
        </>
      ) : (
        offered?.main.map((action, index) => (
          <Button
            key={action}
            look={index === offered.main.length - 1 ? "primary" : "secondary"}
            isBusy={changes.isBusy}
            onClick={() => (action === "reject" ? setRejecting(true) : act(action))}
          >
            {t.actions[action]}
          </Button>
        ))
      )}
      {isRejecting && (
        <RejectDialog
          isBusy={changes.isBusy}
          onReject={(note) => act("reject", note)}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  );
}

type RejectDialogProps = { readonly isBusy: boolean; onReject(note: string): void; onClose(): void };

function RejectDialog({ isBusy, onReject, onClose }: RejectDialogProps) {
  const t = useTexts(editorMessages);
  const ui = useTexts(uiMessages);
  const formId = useId();
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReject(note);
  };
  return (
    <Dialog
      isOpen
      title={t.rejectTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={isBusy} disabled={note.trim() === ""}>
            {t.actions.reject}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextAreaField
          label={t.rejectNote}
          hint={t.rejectHint}
          rows={3}
          maxLength={1_000}
          required
          autoFocus
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
