import { Smile } from "lucide-react";
import { Popover } from "radix-ui";
import { type KeyboardEvent, useRef, useState } from "react";
import { useChat } from "./chat-context.ts";
import { EMOJI_GROUPS } from "./emoji-set.ts";
import type { ChatTexts } from "./messages.ts";

const COLUMNS = 8;

const STEPS: { readonly [key: string]: number } = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -COLUMNS,
  ArrowDown: COLUMNS,
};

/** A small set of emoji; arrow keys walk through it, one stop for Tab. */
export function EmojiPicker({ onPick }: { onPick(glyph: string): void }) {
  const { t, locale } = useChat();
  const [isOpen, setIsOpen] = useState(false);
  const hasPicked = useRef(false);
  // The keys of the table are the groups by its type.
  const groups = Object.keys(EMOJI_GROUPS) as (keyof ChatTexts["emojiGroups"])[];

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    // Whatever has the focus: if it is none of the buttons, it is not found.
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, from + step))]?.focus();
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        aria-label={t.emoji}
        title={t.emoji}
        className="chat-tap grid size-9 place-items-center rounded-md text-ink-3 transition-colors hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink"
      >
        <Smile aria-hidden size={20} strokeWidth={1.75} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={t.emoji}
          onEscapeKeyDown={(event) => event.stopPropagation()}
          onKeyDown={walk}
          onOpenAutoFocus={() => {
            hasPicked.current = false;
          }}
          // Who has picked goes on writing; who has not is back at the button.
          onCloseAutoFocus={(event) => hasPicked.current && event.preventDefault()}
          className="chat-enter z-20 max-h-72 w-[312px] max-w-[calc(100vw-24px)] overflow-y-auto rounded-lg border border-line bg-raised p-3 shadow-pop"
        >
          {groups.map((group, groupIndex) => (
            <section key={group} aria-label={t.emojiGroups[group]} className="not-first:mt-2">
              <h2 className="text-xs text-ink-3">{t.emojiGroups[group]}</h2>
              <div className="mt-1 grid grid-cols-8">
                {EMOJI_GROUPS[group].map((emoji, index) => (
                  <button
                    key={emoji.glyph}
                    type="button"
                    tabIndex={groupIndex + index === 0 ? 0 : -1}
                    aria-label={emoji[locale]}
                    title={emoji[locale]}
                    onClick={() => {
                      hasPicked.current = true;
                      onPick(emoji.glyph);
                      setIsOpen(false);
                    }}
                    className="grid aspect-square place-items-center rounded-md text-xl transition-colors hover:bg-hover"
                  >
                    {emoji.glyph}
                  </button>
                ))}
              </div>
            </section>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
