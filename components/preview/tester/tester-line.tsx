"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { testerMessages } from "#components/testers/messages.ts";
import type { Skin } from "../chat/skins.ts";
import { TalkEntry } from "../chat/talk-entry.tsx";
import type { PreviewEntry } from "../engine/preview-talk.ts";
import { type LinkPass, TesterVerdict } from "./tester-verdict.tsx";

type TesterLineProps = {
  readonly entry: PreviewEntry;
  readonly entries: readonly PreviewEntry[];
  readonly link: LinkPass;
  readonly skin: Skin;
  readonly isOpen: boolean;
  onPick(text: string, choice: string | null): void;
};

/** One line of a tester's talk; under what the bot said, room for a verdict. */
export function TesterLine({ entry, entries, link, skin, isOpen, onPick }: TesterLineProps) {
  const t = useTexts(testerMessages);
  if (entry.type === "news") {
    return entry.news.type === "ended" ? <p className="text-center text-xs text-ink-3">{t.ended}</p> : null;
  }
  const asked = entries.slice(0, entries.indexOf(entry)).findLast(({ type }) => type === "customer");
  return (
    <div className="flex flex-col gap-1">
      <TalkEntry entry={entry} skin={skin} t={t} isOpen={isOpen} onPick={onPick} />
      {entry.type === "bot" && (
        <TesterVerdict entry={entry} question={asked?.type === "customer" ? asked.text : ""} link={link} />
      )}
    </div>
  );
}
