"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useMe } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { isRefusedFor } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC, useTRPCClient } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { createId } from "../create-id.ts";
import {
  type DraftChange,
  type EntryContent,
  type EntryDraft,
  type EntryField,
  listChanges,
  pickFields,
  takeSaved,
  toContent,
  toDraft,
  toEmptyContent,
} from "./entry-draft.ts";
import { keepEdits, readKept } from "./kept-edits.ts";
import { editorMessages } from "./messages.ts";

export type EntryDetail = Outputs["knowledge"]["entry"];
export type Conflict = Extract<Outputs["knowledge"]["updateEntry"], { readonly type: "conflict" }> & {
  /** What was new here, and is saved already under the id that it was begun with. */
  readonly entryId?: string;
};
export type Side = "mine" | "theirs";

type Seat = {
  readonly start: EntryContent;
  readonly rev: number | null;
  readonly draft: EntryDraft;
  readonly newId: string;
};

type EntryEditorProps = {
  readonly baseId: string;
  /** Null writes a new one. */
  readonly entry: EntryDetail | null;
  readonly categoryId: string | null;
  onCreated(entryId: string): void;
};

/** One entry in the form. What is typed is kept in this browser until it is saved or thrown away, whatever happens to the page. */
export function useEntryEditor({ baseId, entry, categoryId, onCreated }: EntryEditorProps) {
  const t = useTexts(editorMessages);
  const toErrorText = useErrorText();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const userId = useMe().id;
  const locale = usePreferences((state) => state.locale);
  const entryId = entry?.id ?? null;
  const [kept] = useState(() => readKept({ userId, baseId, entryId }));
  const [seat, setSeat] = useState<Seat>(() =>
    kept
      ? { ...kept, newId: kept.newId ?? createId() }
      : toSeat(entry?.content ?? toEmptyContent(locale, categoryId), entry?.rev ?? null),
  );
  const [isBusy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const content = toContent(seat.draft);
  const changes = listChanges(toContent(toDraft(seat.start)), content);
  const isChanged = Object.keys(changes).length > 0;
  // What others did meanwhile comes in by itself as long as nothing is lost by it.
  if (entry && !isChanged && !isBusy && seat.rev !== null && entry.rev > seat.rev)
    setSeat(toSeat(entry.content, entry.rev));

  useEffect(() => {
    keepEdits({ userId, baseId, entryId }, isChanged ? { ...seat, at: Date.now() } : null);
  }, [userId, baseId, entryId, isChanged, seat]);

  const refresh = () => queries.invalidateQueries(trpc.knowledge.pathFilter());
  /** Null: two people changed the same thing; nothing was written, and the reader is asked. */
  const update = async (rev: number, part: Partial<EntryContent>) => {
    if (entryId === null) return null;
    const answer = await client.knowledge.updateEntry.mutate({ entryId, rev, changes: part });
    if (answer.type === "saved") return answer;
    setConflict(answer);
    return null;
  };
  const take = (saved: Awaited<ReturnType<typeof update>>): number | null => {
    if (saved === null) return null;
    const { content: start, rev } = saved;
    setSeat((now) => ({ ...now, start, rev, draft: takeSaved(now.draft, seat.draft, start) }));
    return rev;
  };
  const work = async (doing: () => Promise<number | null>): Promise<number | null> => {
    setBusy(true);
    try {
      const rev = await doing();
      if (rev !== null) showSuccess(t.saved);
      await refresh();
      return rev;
    } catch (error) {
      showFailure(toErrorText(error));
      // As the text says: saved once more, it is another entry.
      if (isRefusedFor(error, "entry_deleted")) setSeat((now) => ({ ...now, newId: createId() }));
      return null;
    } finally {
      setBusy(false);
    }
  };
  const create = async (newId: string): Promise<number | null> => {
    const made = await client.knowledge.createEntry.mutate({ baseId, entryId: newId, content });
    if (made.type === "conflict") {
      setConflict(made);
      return null;
    }
    return open(made);
  };
  const open = ({ entryId: made, rev }: { readonly entryId: string; readonly rev: number }): number => {
    keepEdits({ userId, baseId, entryId: null }, null);
    onCreated(made);
    return rev;
  };
  /** Another tab has saved it: first what both can have, then what I insist on. */
  const settleNew = async (mine: readonly EntryField[], theirs: Partial<EntryContent>) => {
    const first = await client.knowledge.createEntry.mutate({
      ...{ baseId, entryId: seat.newId, content: { ...content, ...theirs } },
    });
    if (first.type === "conflict") {
      setConflict(first);
      return null;
    }
    if (mine.length === 0) return open(first);
    const { entryId: made, rev } = first;
    const answer = await client.knowledge.updateEntry.mutate({
      ...{ entryId: made, rev, changes: pickFields(content, mine) },
    });
    if (answer.type === "saved") return open({ entryId: made, rev: answer.rev });
    setConflict({ ...answer, entryId: made });
    return null;
  };
  return {
    draft: seat.draft,
    content,
    rev: seat.rev,
    isChanged,
    isBusy,
    /** When the edits were typed that this page found again. */
    keptAt: kept && isChanged ? kept.at : null,
    change: (change: DraftChange) =>
      setSeat((now) => {
        const part = typeof change === "function" ? change(now.draft) : change;
        return { ...now, draft: { ...now.draft, ...part } };
      }),
    discard: () =>
      setSeat(entry ? toSeat(entry.content, entry.rev) : toSeat(toEmptyContent(locale, categoryId), null)),
    save: () =>
      work(async () => (seat.rev === null ? create(seat.newId) : take(await update(seat.rev, changes)))),
    conflict,
    closeConflict: () => setConflict(null),
    /** A new one that is another entry than what was saved under its id. */
    saveApart: () =>
      work(async () => {
        const newId = createId();
        // Should the answer be lost, saving once more makes no third one.
        setSeat((now) => ({ ...now, newId }));
        setConflict(null);
        return create(newId);
      }),
    /** First what nobody disputes, on what I began from; then what I insist on, on what I was shown. */
    settle: (choices: Readonly<Partial<Record<EntryField, Side>>>) =>
      work(async () => {
        if (conflict === null) return null;
        const disputed = conflict.fields.map(({ field }) => field);
        const mine = disputed.filter((field) => choices[field] === "mine");
        if (seat.rev === null) {
          setConflict(null);
          return settleNew(mine, listTheirs(conflict));
        }
        const rest = pickFields(
          changes,
          fieldsOf(changes).filter((field) => !disputed.includes(field)),
        );
        setConflict(null);
        const first = await update(seat.rev, rest);
        if (first === null || mine.length === 0) return take(first);
        return take(await update(conflict.rev, pickFields(changes, mine)));
      }),
  };
}

const toSeat = (content: EntryContent, rev: number | null): Seat => ({
  start: content,
  rev,
  draft: toDraft(content),
  newId: createId(),
});

const listTheirs = ({ fields }: Conflict): Partial<EntryContent> =>
  Object.fromEntries(fields.map(({ field, theirs }) => [field, theirs]));

// as: the keys of a part of a content are its fields.
const fieldsOf = (part: Partial<EntryContent>) => Object.keys(part) as readonly EntryField[];
