"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import {
  BookOpen,
  Bot,
  Languages,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Sun,
  UserPlus,
  UserRound,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { useMe } from "./me.ts";
import { consoleMessages } from "./messages.ts";
import { NAV_ITEMS } from "./nav-items.ts";
import { usePreferenceSetter } from "./use-preference-setter.ts";
import { useSignOut } from "./use-sign-out.ts";

type CommandPaletteProps = { readonly isOpen: boolean; onClose(): void };

/** Everything by its name: pages, bots, acts. Opened with Ctrl K or ⌘K. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const t = useTexts(consoleMessages);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="pop fixed left-1/2 top-[14vh] z-50 w-[calc(100vw-32px)] max-w-140 -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-panel outline-none"
        >
          <Dialog.Title className="sr-only">{t.palette.title}</Dialog.Title>
          <Command label={t.palette.title} loop>
            <Command.Input
              placeholder={t.palette.hint}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-lg text-ink outline-none"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-base text-ink-3">
                {t.palette.empty}
              </Command.Empty>
              <Entries onClose={onClose} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3";

function Entries({ onClose }: { onClose(): void }) {
  const t = useTexts(consoleMessages);
  const trpc = useTRPC();
  const router = useRouter();
  const signOut = useSignOut();
  const { permissions } = useMe();
  const { locale, theme } = usePreferences();
  const { setLocale, setTheme } = usePreferenceSetter();
  const bots = useQuery(
    trpc.bot.list.queryOptions({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  );
  const bases = useQuery(trpc.knowledge.bases.queryOptions());
  const go = (href: string) => () => {
    onClose();
    router.push(href);
  };
  const act = (work: () => void) => () => {
    onClose();
    work();
  };
  const other = locale === "en" ? "zh-CN" : "en";
  const themes = [
    { id: "light", icon: Sun, text: t.palette.lightTheme },
    { id: "dark", icon: Moon, text: t.palette.darkTheme },
    { id: "auto", icon: Monitor, text: t.palette.autoTheme },
  ] as const;
  return (
    <>
      <Command.Group heading={t.palette.pages} className={GROUP}>
        {NAV_ITEMS.filter((item) => permissions.includes(item.permission)).map((item) => (
          <Entry key={item.id} icon={item.icon} onSelect={go(item.href)}>
            {t[item.id]}
          </Entry>
        ))}
        <Entry icon={UserRound} onSelect={go("/account")}>
          {t.account}
        </Entry>
      </Command.Group>
      {bots.data && bots.data.length > 0 && (
        <Command.Group heading={t.palette.bots} className={GROUP}>
          {bots.data.map((bot) => (
            <Entry key={bot.id} icon={Bot} value={`${bot.name} ${bot.id}`} onSelect={go(`/bots/${bot.id}`)}>
              {bot.name}
            </Entry>
          ))}
        </Command.Group>
      )}
      {bases.data && bases.data.length > 0 && (
        <Command.Group heading={t.palette.bases} className={GROUP}>
          {bases.data.map(({ id, name }) => (
            <Entry key={id} icon={BookOpen} value={`${name} ${id}`} onSelect={go(`/knowledge/${id}`)}>
              {name}
            </Entry>
          ))}
        </Command.Group>
      )}
      <Command.Group heading={t.palette.actions} className={GROUP}>
        {permissions.includes("invitation.create") && (
          <Entry icon={UserPlus} onSelect={go("/members?invite=1")}>
            {t.palette.invite}
          </Entry>
        )}
        {themes
          .filter(({ id }) => id !== theme)
          .map(({ id, icon, text }) => (
            <Entry key={id} icon={icon} onSelect={act(() => setTheme(id))}>
              {text}
            </Entry>
          ))}
        <Entry icon={Languages} onSelect={act(() => setLocale(other))}>
          {other === "en" ? t.palette.toEnglish : t.palette.toChinese}
        </Entry>
        <Entry icon={LogOut} onSelect={act(signOut)}>
          {t.signOut}
        </Entry>
      </Command.Group>
    </>
  );
}

type EntryProps = {
  readonly icon: LucideIcon;
  readonly value?: string;
  readonly children: ReactNode;
  onSelect(): void;
};

function Entry({ icon: Icon, value, children, onSelect }: EntryProps) {
  return (
    <Command.Item
      {...(value ? { value } : {})}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer select-none items-center gap-2.5 rounded-sm px-2.5 text-base text-ink data-[selected=true]:bg-hover"
    >
      <Icon className="size-4 text-ink-3" aria-hidden />
      {children}
    </Command.Item>
  );
}
