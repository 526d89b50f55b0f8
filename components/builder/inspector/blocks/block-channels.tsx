"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Menu, MenuItem, MenuLabel } from "#components/ui/menu.tsx";
import { CHANNELS } from "#flows/kernel/channels.ts";
import { toList } from "../form/config-path.ts";
import { useField } from "../form/use-field.ts";
import { blockMessages } from "./messages.ts";

/** On which channels a block is shown; channels of other names stay as they are. */
export function BlockChannels({ path }: { readonly path: string }) {
  const t = useTexts(blockMessages);
  const field = useField(path);
  const chosen = toList(field.value).filter((name) => typeof name === "string");
  const options = [...new Set<string>([...CHANNELS, ...chosen])];
  const toggle = (channel: string) => {
    const next = chosen.includes(channel) ? chosen.filter((own) => own !== channel) : [...chosen, channel];
    field.set(next.length === 0 ? undefined : next);
  };
  const [only] = chosen;
  const shown =
    chosen.length === 1 && only !== undefined ? (t.channelNames[only] ?? only) : t.channels(chosen.length);
  return (
    <Menu
      trigger={
        <button
          type="button"
          title={field.label}
          aria-label={`${field.label} ${shown}`}
          disabled={!field.canEdit}
          className="h-6 rounded-xs px-1.5 text-xs text-ink-3 hover:bg-hover hover:text-ink"
        >
          {shown}
        </button>
      }
    >
      <MenuLabel>{field.label}</MenuLabel>
      {options.map((channel) => (
        <MenuItem key={channel} isChecked={chosen.includes(channel)} onSelect={() => toggle(channel)}>
          {t.channelNames[channel] ?? channel}
        </MenuItem>
      ))}
    </Menu>
  );
}
