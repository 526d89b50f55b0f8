"use client";

import { MessageCircle, Send } from "lucide-react";
import type { CSSProperties } from "react";
import { toBrandColors } from "#components/chat/brand-colors.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import type { BotDetail } from "./bot-page.tsx";
import { botMessages } from "./messages.ts";

/** The tokens that the preview draws with, for when it must be dark on a light page or the other way round (as in tokens.css). */
const PALETTES: Readonly<Record<"light" | "dark", CSSProperties>> = {
  light: toStyle({
    surface: "#ffffff",
    sunken: "#eff1f6",
    line: "#e4e7ee",
    ink: "#171b28",
    "ink-3": "#646c80",
  }),
  dark: toStyle({
    surface: "#151924",
    sunken: "#0a0d14",
    line: "#262c3a",
    ink: "#e9ecf3",
    "ink-3": "#8d96aa",
  }),
};

function toStyle(tokens: Readonly<Record<string, string>>): CSSProperties {
  return Object.fromEntries(Object.entries(tokens).map(([name, color]) => [`--${name}`, color]));
}

type LookPreviewProps = { readonly name: string; readonly theme: BotDetail["settings"]["theme"] };

/** The chat window and its button as the theme would make them, on a page that is not there. */
export function LookPreview({ name, theme }: LookPreviewProps) {
  const t = useTexts(botMessages).look;
  const colors = toBrandColors(theme.color);
  const isRight = theme.position === "right";
  return (
    <figure aria-label={t.previewLabel} className="min-w-0">
      <div
        inert
        {...(theme.dark === "auto" ? {} : { style: PALETTES[theme.dark] })}
        className="relative flex h-105 flex-col justify-end overflow-hidden rounded-md border border-line bg-sunken p-4"
      >
        <div className={`flex flex-col gap-3 ${isRight ? "items-end" : "items-start"}`}>
          <div className="flex h-80 w-66 max-w-full flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-pop">
            <div
              className="flex items-center gap-2.5 px-3.5 py-3"
              style={{ backgroundColor: colors.brand, color: colors.on }}
            >
              <Avatar name={name} colors={{ brand: colors.on, on: colors.brand }} />
              <span className="min-w-0 leading-tight">
                <span className="block truncate text-base font-semibold">{name}</span>
                <span className="block truncate text-xs">{t.previewOnline}</span>
              </span>
            </div>
            <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-hidden p-3 text-sm">
              <span className="max-w-[85%] self-start rounded-md rounded-tl-xs bg-sunken px-3 py-2 text-ink">
                {t.previewBot}
              </span>
              <span
                className="max-w-[85%] self-end rounded-md rounded-tr-xs px-3 py-2"
                style={{ backgroundColor: colors.brand, color: colors.on }}
              >
                {t.previewCustomer}
              </span>
              <span className="max-w-[85%] self-start rounded-md rounded-tl-xs bg-sunken px-3 py-2 text-ink">
                {t.previewAnswer}
              </span>
            </div>
            <div className="flex items-center justify-between border-t border-line px-3 py-2.5 text-sm text-ink-3">
              {t.previewInput}
              <Send className="size-4" />
            </div>
          </div>
          <span
            className="inline-flex h-12 min-w-12 items-center justify-center gap-2 rounded-full px-3.5 text-base font-medium shadow-pop"
            style={{ backgroundColor: colors.brand, color: colors.on }}
          >
            <MessageCircle className="size-5" />
            {theme.launcherText}
          </span>
        </div>
      </div>
    </figure>
  );
}
