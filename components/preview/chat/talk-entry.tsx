import { RichText } from "#components/chat/rich-text.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { PreviewEntry } from "../engine/preview-talk.ts";
import type { Skin } from "./skins.ts";
import type { TalkChoicesTexts } from "./talk-choices.tsx";
import { TalkParts } from "./talk-parts.tsx";

type TalkEntryProps = {
  readonly entry: Exclude<PreviewEntry, { type: "news" }>;
  readonly skin: Skin;
  readonly t: TalkChoicesTexts & { readonly you: string; readonly bot: string };
  readonly isOpen: boolean;
  /** Sources are links for who may open the console. */
  readonly opensSources?: boolean;
  onPick(text: string, choice: string | null): void;
};

/** One message: the customer on the right, the bot on the left. */
export function TalkEntry({ entry, skin, t, isOpen, opensSources = false, onPick }: TalkEntryProps) {
  if (entry.type === "customer") {
    return (
      <article aria-label={t.you} className="flex justify-end pl-10">
        <div className={joinClasses("max-w-full px-3 py-1.5 [&_.rich]:text-base", skin.customer)}>
          <RichText text={entry.text} isLiteral />
        </div>
      </article>
    );
  }
  return (
    <article aria-label={t.bot} className="pr-8">
      <TalkParts
        parts={entry.parts}
        skin={skin}
        t={t}
        isOpen={isOpen}
        opensSources={opensSources}
        onPick={onPick}
      />
    </article>
  );
}
