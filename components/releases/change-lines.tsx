"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import type { Change } from "#flows/compare/change.ts";
import { describeChange } from "#flows/compare/summarize.ts";
import { ChangeMark } from "./change-mark.tsx";
import { releaseMessages } from "./messages.ts";

const LINES_MAX = 5;

/** Changes one a line, in words. */
export function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTexts(releaseMessages).dialog;
  const locale = usePreferences((state) => state.locale);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, LINES_MAX);
  return (
    <div>
      <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto">
        {shown.map((change) => (
          <li key={change.key} className="flex items-baseline gap-2 text-sm text-ink">
            <ChangeMark type={change.type} />
            <span className="min-w-0 break-words">{describeChange(change, locale)}</span>
          </li>
        ))}
      </ul>
      {changes.length > LINES_MAX && (
        <Button look="ghost" size="sm" className="-ml-2.5 mt-1" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.fewerChanges : t.allChanges(changes.length)}
        </Button>
      )}
    </div>
  );
}
