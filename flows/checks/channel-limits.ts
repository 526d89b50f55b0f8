import type { Utterance } from "../kernel/define-node.ts";
import type { Locale } from "../kernel/text.ts";

type ChannelLimits = {
  readonly name: { readonly [L in Locale]: string };
  readonly textMaxBytes: number;
  /** Parts that the channel cannot show as what they are. */
  readonly unknownParts: readonly Utterance["part"][];
  readonly buttonsMax: number;
  /** Buttons are shown as such, up to their limit; else, and beyond it, they become a numbered list to answer. */
  readonly hasButtons: boolean;
};

/**
 * What a channel takes; one that is not here takes everything. 公众号: no official length, so the 2,048 bytes at which others cut
 * (kf.weixin.qq.com documents the same for 微信客服); cards have no form of their own there, and msgmenu shows ten items.
 */
export const CHANNEL_LIMITS: { readonly [channel: string]: ChannelLimits } = {
  "wechat-oa": {
    name: { "zh-CN": "微信公众号", en: "WeChat official account" },
    textMaxBytes: 2_048,
    unknownParts: ["file", "card"],
    buttonsMax: 10,
    // msgmenu is for verified accounts only, and not for the answer within five seconds.
    hasButtons: false,
  },
  "wechat-kf": {
    name: { "zh-CN": "微信客服", en: "WeChat customer service" },
    textMaxBytes: 2_048,
    unknownParts: ["card"],
    buttonsMax: 10,
    hasButtons: true,
  },
};
