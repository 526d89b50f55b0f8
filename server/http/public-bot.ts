import type { BotSettings } from "../../drizzle/schema/bot.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import type { BotState } from "../runtime/bot-store.ts";

export type PublicBot = {
  readonly botKey: string;
  readonly name: string;
  readonly locales: readonly Locale[];
  readonly theme: BotSettings["theme"];
  readonly sound: boolean;
  readonly fileUpload: boolean;
  readonly identityRequired: boolean;
};

/** All that strangers may know of a bot, field by field: whatever is added to the row stays private until it is added here. */
export function toPublicBot({ key, name, settings }: BotState): PublicBot {
  const { color, position, dark, launcherText, avatarUrl } = settings.theme;
  return {
    botKey: key,
    name,
    locales: settings.locales,
    theme: { color, position, dark, launcherText, avatarUrl },
    sound: settings.sound,
    fileUpload: settings.fileUpload,
    identityRequired: settings.identityRequired,
  };
}
