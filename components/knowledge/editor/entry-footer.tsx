"use client";

import { MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay, useMe } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { SkippedNotice } from "../entries/skipped-notice.tsx";
import { type StateAction, useEntryChanges } from "../entries/use-entry-changes.ts";
import { RejectDialog } from "../reject-dialog.tsx";
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
          texts={{ title: t.rejectTitle, note: t.rejectNote, hint: t.rejectHint, action: t.actions.reject }}
          isBusy={changes.isBusy}
          onReject={(note) => act("reject", note)}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  );
}
