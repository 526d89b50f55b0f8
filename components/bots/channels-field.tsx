"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { CHANNELS, type Channel } from "#flows/kernel/channels.ts";
import { botMessages } from "./messages.ts";

type ChannelsFieldProps = {
  readonly value: readonly Channel[];
  readonly isReadOnly: boolean;
  onChange(channels: readonly Channel[]): void;
};

/** Where customers will meet the bot, so that the checks can tell what it could not show there. */
export function ChannelsField({ value, isReadOnly, onChange }: ChannelsFieldProps) {
  const t = useTexts(botMessages).settings;
  return (
    <fieldset disabled={isReadOnly}>
      <legend className="text-sm font-medium text-ink">{t.channels}</legend>
      <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
        {CHANNELS.map((channel) => (
          <label key={channel} className="inline-flex items-center gap-2 text-base">
            <input
              type="checkbox"
              className="size-4 accent-[var(--accent)]"
              checked={value.includes(channel)}
              onChange={(event) =>
                onChange(
                  CHANNELS.filter((own) => (own === channel ? event.target.checked : value.includes(own))),
                )
              }
            />
            {t.channelNames[channel]}
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-sm text-ink-3">{t.channelsHint}</p>
    </fieldset>
  );
}
