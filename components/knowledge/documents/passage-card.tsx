"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { z } from "zod";
import { useMay, useMe } from "#components/console/me.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Notice } from "#components/ui/notice.tsx";
import { AREA_CLASSES } from "#components/ui/text-area-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { keepTyping, keptPassageSchema, readKept } from "../kept-typing.ts";
import { documentMessages } from "./messages.ts";
import { toMarked } from "./to-marked.ts";

type Passage = Outputs["knowledge"]["document"]["passages"]["passages"][number];

const TEXT_CHARS_MAX = 2_000;

type Kept = z.infer<typeof keptPassageSchema>;

type PassageCardProps = {
  readonly passage: Passage;
  readonly search: string;
  /** What the reader came for: it comes into view. */
  readonly isWanted: boolean;
  onUnsaved(passageId: string, isUnsaved: boolean): void;
};

export function PassageCard({ passage, search, isWanted, onUnsaved }: PassageCardProps) {
  const t = useTexts(documentMessages).sheet;
  const mayEdit = useMay("knowledge.document.editPassage");
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const place = { userId: useMe().id, kind: "passage", id: passage.id } as const;
  /** Null: it is only read. */
  const [kept, show] = useState<Kept | null>(() => readKept(place, keptPassageSchema));
  const typed = kept?.text ?? null;
  const keep = (next: Kept | null) => {
    keepTyping(place, next);
    show(next);
  };
  const setTyped = (text: string | null) =>
    keep(text === null ? null : { text, knownAt: kept?.knownAt ?? passage.updatedAt });
  const isUnsaved = typed !== null && typed !== passage.text;
  useEffect(() => onUnsaved(passage.id, isUnsaved), [onUnsaved, passage.id, isUnsaved]);
  const isNewer = kept !== null && kept.knownAt !== passage.updatedAt;
  const save = useMutation(
    trpc.knowledge.document.editPassage.mutationOptions({
      onSuccess: async () => {
        setTyped(null);
        showSuccess(t.saved);
        await queries.invalidateQueries(trpc.knowledge.document.passages.pathFilter());
      },
      onError: (error) => {
        // Somebody saved meanwhile, or it was read again: what is new is shown beside what was typed, and says what to do.
        if (toFailure(error).code !== "conflict") showFailure(toErrorText(error));
        void queries.invalidateQueries(trpc.knowledge.document.passages.pathFilter());
      },
    }),
  );
  return (
    <li
      ref={isWanted ? showInView : null}
      className={joinClasses("rounded-md border px-3.5 py-3", isWanted ? "border-accent" : "border-line")}
    >
      <div className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        <span className="min-w-0 flex-1 truncate">{passage.titlePath.join(" › ")}</span>
        <PlaceText passage={passage} />
        {passage.isEdited && <Badge tone="accent">{t.edited}</Badge>}
        {passage.isOutdated && <Badge tone="warn">{t.outdated}</Badge>}
        {mayEdit && typed === null && (
          <Button look="ghost" size="sm" onClick={() => setTyped(passage.text)}>
            {t.edit}
          </Button>
        )}
      </div>
      {typed === null ? (
        <p className="whitespace-pre-wrap break-words text-base text-ink">
          {toMarked(passage.text, search).map(({ text, isFound, at }) =>
            isFound ? (
              <mark key={at} className="rounded-xs bg-warn-soft text-warn-text">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </p>
      ) : (
        <>
          {isNewer && (
            <div className="mb-2">
              <Notice tone="warn" title={t.newer} isAlert>
                <p className="whitespace-pre-wrap break-words">{passage.text}</p>
                <Button
                  size="sm"
                  className="mt-2"
                  onClick={() => keep({ text: typed, knownAt: passage.updatedAt })}
                >
                  {t.mineAnyway}
                </Button>
              </Notice>
            </div>
          )}
          <textarea
            aria-label={t.text}
            className={`${AREA_CLASSES} field-sizing-content max-h-96 min-h-24`}
            maxLength={TEXT_CHARS_MAX}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="mt-2 flex justify-end gap-2">
            <Button look="ghost" disabled={save.isPending} onClick={() => setTyped(null)}>
              {t.cancel}
            </Button>
            <Button
              look="primary"
              isBusy={save.isPending}
              // What changed meanwhile stands above it, with the button that says it was read.
              disabled={typed.trim() === "" || !isUnsaved || isNewer}
              onClick={() => kept && save.mutate({ passageId: passage.id, ...kept })}
            >
              {t.save}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

const showInView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "center" });

function PlaceText({ passage: { place } }: { readonly passage: Passage }) {
  const t = useTexts(documentMessages).sheet;
  const parts = [
    place.sheet,
    place.pages && t.pages(place.pages[0], place.pages[1]),
    place.rows && t.rows(place.rows[0], place.rows[1]),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? <span>{parts.join(" · ")}</span> : null;
}
