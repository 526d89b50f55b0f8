import { useEffect } from "react";
import { toBrandColors } from "./brand-colors.ts";
import type { Bot } from "./talk/bot.ts";

/** Dresses the page in the bot's colours; a bot that is always light or always dark overrules the reader's system. */
export function useBrand(bot: Bot | null): void {
  const color = bot?.theme.color ?? null;
  const dark = bot?.theme.dark ?? "auto";
  useEffect(() => {
    if (!bot) return;
    const root = document.documentElement;
    const { brand, hover, on, textLight, textDark } = toBrandColors(color);
    const values = {
      brand,
      "brand-hover": hover,
      "brand-on": on,
      "brand-text-light": textLight,
      "brand-text-dark": textDark,
    };
    for (const [name, value] of Object.entries(values)) root.style.setProperty(`--${name}`, value);
    if (dark === "auto") delete root.dataset.theme;
    else root.dataset.theme = dark;
  }, [bot, color, dark]);
}
