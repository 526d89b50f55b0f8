import { CHANNEL_LIMITS } from "#flows/checks/channel-limits.ts";
import type { Json, JsonObject } from "#flows/kernel/json.ts";
import { type Locale, pickText, textSchema } from "#flows/kernel/text.ts";
import { getChild, toList } from "../form/config-path.ts";

export type Bubble =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "image"; readonly url: string; readonly alt: string }
  | { readonly type: "file"; readonly name: string }
  | {
      readonly type: "card";
      readonly title: string;
      readonly text: string;
      readonly fields: readonly { readonly label: string; readonly value: string }[];
      readonly links: readonly string[];
    };

type Loss = "choices" | "card" | "file";

export type ChannelView = {
  readonly bubbles: readonly Bubble[];
  readonly buttons: readonly string[];
  /** What the channel shows in a poorer form. */
  readonly losses: readonly Loss[];
  readonly tooLong: { readonly bytes: number; readonly max: number } | null;
  readonly buttonsMax: number | null;
};

/** What a channel makes of a message: blocks of other channels left out, unknown parts as text, buttons where there are none as numbers. */
export function toChannelView(
  config: JsonObject,
  {
    channel,
    locale,
    chooseText,
  }: { readonly channel: string; readonly locale: Locale; readonly chooseText: string },
): ChannelView {
  const limits = Object.hasOwn(CHANNEL_LIMITS, channel) ? CHANNEL_LIMITS[channel] : undefined;
  const read = (value: Json | undefined) => toWords(value, locale);
  const shown = toList(config.blocks).filter((block) => {
    const channels = toList(getChild(block, "channels"));
    return channels.length === 0 || channels.includes(channel);
  });
  const full = shown.map((block) => toBubble(block, read));
  const losses = new Set<Loss>();
  const bubbles = full.map((bubble) => {
    if (limits === undefined || !(bubble.type === "card" || bubble.type === "file")) return bubble;
    if (!limits.unknownParts.includes(bubble.type)) return bubble;
    losses.add(bubble.type);
    return { type: "text" as const, text: flatten(bubble) };
  });
  const labels = toList(config.quickReplies).map((reply) => read(getChild(reply, "label")));
  const isTooMany = limits !== undefined && labels.length > limits.buttonsMax;
  const isNumbered = labels.length > 0 && (isTooMany || limits?.hasButtons === false);
  if (isNumbered && !isTooMany) losses.add("choices");
  const numbered = labels.map((label, i) => `${i + 1}. ${label}`).join("\n");
  const all = isNumbered
    ? [...bubbles, { type: "text" as const, text: `${chooseText}\n${numbered}` }]
    : bubbles;
  const bytes = Math.max(0, ...all.map((bubble) => (bubble.type === "text" ? countBytes(bubble.text) : 0)));
  return {
    bubbles: all,
    buttons: isNumbered ? [] : labels,
    losses: [...losses],
    tooLong: limits !== undefined && bytes > limits.textMaxBytes ? { bytes, max: limits.textMaxBytes } : null,
    buttonsMax: isTooMany ? limits.buttonsMax : null,
  };
}

function toBubble(block: Json, read: (value: Json | undefined) => string): Bubble {
  const part = (key: string) => read(getChild(block, key));
  switch (getChild(block, "type")) {
    case "image":
      return { type: "image", url: part("url"), alt: part("alt") };
    case "file":
      return { type: "file", name: part("name") };
    case "link":
      return { type: "card", title: "", text: part("text"), fields: [], links: [part("label")] };
    case "card":
      return {
        type: "card",
        title: part("title"),
        text: part("text"),
        fields: toList(getChild(block, "fields")).map((field) => ({
          label: read(getChild(field, "label")),
          value: read(getChild(field, "value")),
        })),
        links: toList(getChild(block, "links")).map((link) => read(getChild(link, "label"))),
      };
    default:
      return { type: "text", text: part("text") };
  }
}

function flatten(bubble: Extract<Bubble, { type: "card" | "file" }>): string {
  if (bubble.type === "file") return bubble.name;
  const rows = bubble.fields.map(({ label, value }) => `${label}: ${value}`);
  return [bubble.title, bubble.text, ...rows, ...bubble.links].filter(Boolean).join("\n");
}

function toWords(value: Json | undefined, locale: Locale): string {
  const text = textSchema.safeParse(value);
  return text.success ? pickText(text.data, locale, locale) : "";
}

const countBytes = (text: string): number => new TextEncoder().encode(text).length;
