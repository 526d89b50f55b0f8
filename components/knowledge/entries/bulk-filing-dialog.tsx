"use client";

import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { OwnerField } from "../editor/owner-field.tsx";
import { ReviewField } from "../editor/review-field.tsx";
import { entryMessages } from "./messages.ts";
import type { Sorting } from "./use-entry-changes.ts";

type BulkFilingDialogProps = {
  readonly what: "owner" | "review";
  readonly count: number;
  readonly isBusy: boolean;
  onApply(change: Sorting): void;
  onClose(): void;
};

/** Who answers for many entries, or how often they are looked at again. */
export function BulkFilingDialog({ what, count, isBusy, onApply, onClose }: BulkFilingDialogProps) {
  const t = useTexts(entryMessages).bulk;
  const ui = useTexts(uiMessages);
  const formId = useId();
  const [ownerId, setOwner] = useState<string | null>(null);
  const [days, setDays] = useState<number | null>(90);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(
      what === "owner" ? { type: "set-owner", ownerId } : { type: "set-review", reviewEveryDays: days },
    );
  };
  return (
    <Dialog
      isOpen
      title={what === "owner" ? t.ownerTitle(count) : t.reviewTitle(count)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={isBusy}>
            {t.apply}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        {what === "owner" ? (
          <OwnerField ownerId={ownerId} isReadOnly={false} onChange={setOwner} />
        ) : (
          <ReviewField days={days} isReadOnly={false} onChange={setDays} />
        )}
      </form>
    </Dialog>
  );
}
