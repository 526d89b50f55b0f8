import {
  Check,
  EllipsisVertical,
  Languages,
  LogOut,
  MessageSquarePlus,
  Volume2,
  VolumeX,
} from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { Locale } from "../../flows/kernel/text.ts";
import { useChat, useTalk } from "./chat-context.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { LOCALE_NAMES, pickLocale } from "./pick-locale.ts";

const ITEM =
  "chat-menu-item flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 outline-none select-none data-highlighted:bg-hover";

/** Language, sound, and the ways out. */
export function ChatMenu() {
  const { bot, t, talk, locale, isMuted, onLocale, onMuted, onStartNew } = useChat();
  const [asking, setAsking] = useState<"end" | "new" | null>(null);
  const status = useTalk((state) => state.status);
  const hasSpoken = useTalk((state) => state.messages.some(({ role }) => role === "customer"));
  const languages = [...new Set(bot.locales.map((tag) => pickLocale([tag], [])))];

  const startNew = () => (hasSpoken && status !== "ended" ? setAsking("new") : onStartNew());

  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={t.menu}
          title={t.menu}
          className="chat-tap grid size-9 shrink-0 place-items-center rounded-md text-ink-3 transition-colors hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
        >
          <EllipsisVertical aria-hidden size={20} strokeWidth={1.75} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={4}
            collisionPadding={8}
            onEscapeKeyDown={(event) => event.stopPropagation()}
            className="chat-enter z-20 min-w-52 rounded-md border border-line bg-raised p-1 shadow-pop"
          >
            {languages.length > 1 && (
              <>
                <DropdownMenu.Label className="flex items-center gap-2.5 px-2.5 pt-1.5 pb-1 text-xs text-ink-3">
                  <Languages aria-hidden size={16} strokeWidth={1.75} />
                  {t.language}
                </DropdownMenu.Label>
                <DropdownMenu.RadioGroup value={locale}>
                  {languages.map((language) => (
                    <LanguageItem key={language} language={language} onPick={onLocale} />
                  ))}
                </DropdownMenu.RadioGroup>
                <DropdownMenu.Separator className="my-1 h-px bg-line" />
              </>
            )}
            {bot.sound && (
              <DropdownMenu.CheckboxItem
                checked={!isMuted}
                onCheckedChange={(isOn) => onMuted(!isOn)}
                onSelect={(event) => event.preventDefault()}
                className={ITEM}
              >
                <Icon>
                  {isMuted ? (
                    <VolumeX size={18} strokeWidth={1.75} />
                  ) : (
                    <Volume2 size={18} strokeWidth={1.75} />
                  )}
                </Icon>
                <span className="flex-1">{t.sound}</span>
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden size={16} className="text-brand-text" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.CheckboxItem>
            )}
            <DropdownMenu.Item className={ITEM} onSelect={startNew}>
              <Icon>
                <MessageSquarePlus size={18} strokeWidth={1.75} />
              </Icon>
              {t.startNew}
            </DropdownMenu.Item>
            {status !== "ended" && (
              <DropdownMenu.Item className={ITEM} onSelect={() => setAsking("end")}>
                <Icon>
                  <LogOut size={18} strokeWidth={1.75} />
                </Icon>
                {t.endTalk}
              </DropdownMenu.Item>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ConfirmDialog
        isOpen={asking !== null}
        title={asking === "new" ? t.startNewAsk : t.endTalkAsk}
        text={asking === "new" ? t.startNewWhat : t.endTalkWhat}
        action={asking === "new" ? t.startNew : t.endTalk}
        onConfirm={() => (asking === "new" ? onStartNew() : void talk.end())}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

function LanguageItem({ language, onPick }: { readonly language: Locale; onPick(language: Locale): void }) {
  return (
    <DropdownMenu.RadioItem
      value={language}
      lang={language}
      className={ITEM}
      onSelect={() => onPick(language)}
    >
      <span className="flex-1 pl-[26px]">{LOCALE_NAMES[language]}</span>
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden size={16} className="text-brand-text" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <span aria-hidden className="text-ink-3">
      {children}
    </span>
  );
}
