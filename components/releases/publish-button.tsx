"use client";

import { Rocket } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { releaseMessages } from "./messages.ts";

const PublishDialog = dynamic(() => import("./publish-dialog.tsx").then((module) => module.PublishDialog));

/** Opens the way out to customers; only for those who may go it. */
export function PublishButton() {
  const t = useTexts(releaseMessages);
  const mayPublish = useMay("release.publish");
  const [isOpen, setOpen] = useState(false);
  if (!mayPublish) return null;
  return (
    <>
      <Button
        look="primary"
        icon={Rocket}
        data-tour="publish"
        // On a phone the name of the bot needs the room more than the word does.
        className="max-sm:w-9 max-sm:px-0"
        onClick={() => setOpen(true)}
      >
        <span className="max-sm:sr-only">{t.publish}</span>
      </Button>
      {isOpen && <PublishDialog onClose={() => setOpen(false)} />}
    </>
  );
}
