import type { Utterance } from "../kernel/define-node.ts";
import type { InspectedFlow, InspectedNode } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import type { Locale, Text } from "../kernel/text.ts";
import { CHANNEL_LIMITS } from "./channel-limits.ts";

const PART_NAMES: { readonly [Part in Utterance["part"]]: { readonly [L in Locale]: string } } = {
  text: { "zh-CN": "文字", en: "the text" },
  image: { "zh-CN": "图片", en: "the picture" },
  file: { "zh-CN": "文件", en: "the file" },
  card: { "zh-CN": "卡片", en: "the card" },
  choices: { "zh-CN": "按钮", en: "the buttons" },
};

/**
 * What the bot's channels cannot show as it was drawn. A part that names its channels is checked against those only, since its
 * author knows of them; all others against the channels to which the bot is connected.
 */
export function checkChannels(
  flow: InspectedFlow,
  inspected: InspectedNode,
  connected: readonly string[],
): readonly Problem[] {
  const { definition, config, node } = inspected;
  const utterances = config === null ? undefined : definition?.says?.(config.parsed);
  if (utterances === undefined) return [];
  return utterances.flatMap((utterance) => {
    const named = utterance.channels ?? [];
    const place = { flowId: flow.id, nodeId: node.id, path: utterance.path, severity: "warning" } as const;
    return (named.length > 0 ? named : connected).flatMap((channel) =>
      checkUtterance(inspected, utterance, { channel, place }),
    );
  });
}

type Shown = {
  readonly channel: string;
  readonly place: Parameters<typeof toProblem>[1];
};

function checkUtterance(
  { label: node }: InspectedNode,
  { part, text, count = 0 }: Utterance,
  { channel: id, place }: Shown,
): readonly Problem[] {
  const limits = Object.hasOwn(CHANNEL_LIMITS, id) ? CHANNEL_LIMITS[id] : undefined;
  if (limits === undefined) return [];
  const { name: channel, textMaxBytes, unknownParts, buttonsMax } = limits;
  if (unknownParts.includes(part)) {
    return [toProblem("part_not_shown", place, { node, part: PART_NAMES[part], channel })];
  }
  if (part === "choices") {
    return count > buttonsMax
      ? [toProblem("too_many_buttons", place, { node, count, max: buttonsMax, channel })]
      : [];
  }
  const bytes = part === "text" && text !== null ? countBytes(text) : 0;
  return bytes > textMaxBytes
    ? [toProblem("text_too_long", place, { node, bytes, max: textMaxBytes, channel })]
    : [];
}

/** In UTF-8, of the longest language; what stands between braces counts as written. */
export function countBytes(text: Text): number {
  const texts = typeof text === "string" ? [text] : [text["zh-CN"] ?? "", text.en ?? ""];
  return Math.max(...texts.map((one) => new TextEncoder().encode(one).length));
}
