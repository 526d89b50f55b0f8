"use client";

import { LoaderCircle, Rocket } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { releaseMessages } from "./messages.ts";
import { useHearPublishing, usePublishProgress } from "./use-publish-progress.ts";

const PublishDialog = dynamic(() => import("./publish-dialog.tsx").then((module) => module.PublishDialog));

/** Opens the way out to customers; only for those who may go it. */
export function PublishButton() {
  return useMay("release.publish") ? <OpenPublishing /> : null;
}

function OpenPublishing() {
  const t = useTexts(releaseMessages);
  const progress = usePublishProgress();
  useHearPublishing(t.progress);
  const [isOpen, setOpen] = useState(false);
  const isAtWork = progress !== null;
  return (
    <>
      <Button
        look="primary"
        data-tour="publish"
        // On a phone the name of the bot needs the room more than the word does.
        className="max-sm:w-9 max-sm:px-0"
        onClick={() => setOpen(true)}
      >
        {isAtWork ? (
          <LoaderCircle className="size-4 animate-spin motion-reduce:animate-none" aria-hidden />
        ) : (
          <Rocket className="size-4" aria-hidden />
        )}
        <span className="max-sm:sr-only">{isAtWork ? t.progress.button : t.publish}</span>
      </Button>
      {isOpen && <PublishDialog onClose={() => setOpen(false)} />}
    </>
  );
}
