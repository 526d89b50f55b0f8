"use client";

import { useMay } from "#components/console/me.ts";
import type { BotDetail } from "./bot-page.tsx";
import { IdentityPanel } from "./identity-panel.tsx";
import { SettingsFields } from "./settings-fields.tsx";

export function BotSettingsForm({ bot }: { readonly bot: BotDetail }) {
  const mayChange = useMay("bot.updateSettings");
  const mayRotate = useMay("bot.rotateIdentitySecret");
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <SettingsFields key={JSON.stringify([bot.name, bot.settings])} bot={bot} isReadOnly={!mayChange} />
      {mayRotate && <IdentityPanel bot={bot} />}
    </div>
  );
}
