"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { GrayFields } from "./gray-fields.tsx";
import { fromGrayPlan, type GrayPlan } from "./gray-plan.ts";
import { releaseMessages } from "./messages.ts";

export type GrayTerms = {
  readonly audience: { percent: number; allowList: string[]; channels: string[]; tags: string[] };
  readonly guard: NonNullable<ReturnType<typeof fromGrayPlan>>["guard"];
};

type GrayDialogProps = {
  readonly title: string;
  readonly action: string;
  readonly start: GrayPlan;
  readonly isBusy: boolean;
  onConfirm(terms: GrayTerms): void;
  onClose(): void;
};

/** Starts a gray release of a version that is there already, or changes the one that runs. */
export function GrayDialog({ title, action, start, isBusy, onConfirm, onClose }: GrayDialogProps) {
  const t = useTexts(releaseMessages).dialog;
  const [plan, setPlan] = useState(start);
  const terms = fromGrayPlan(plan);
  return (
    <Dialog
      isOpen
      title={title}
      width="lg"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look="primary"
            isBusy={isBusy}
            disabled={terms === null}
            onClick={() => terms && onConfirm(toTerms(terms))}
          >
            {action}
          </Button>
        </>
      }
    >
      <GrayFields plan={plan} onChange={setPlan} />
    </Dialog>
  );
}

/** As the procedures take it. */
export const toTerms = ({ audience, guard }: NonNullable<ReturnType<typeof fromGrayPlan>>): GrayTerms => ({
  audience: {
    percent: audience.percent,
    allowList: [...audience.allowList],
    channels: [...audience.channels],
    tags: [...audience.tags],
  },
  guard,
});
