import type { Channel } from "#flows/kernel/channels.ts";

export type Skin = {
  readonly ground: string;
  readonly bot: string;
  readonly customer: string;
  /** Buttons, or a numbered list where the channel has none. */
  readonly choices: "buttons" | "numbers";
};

/** How the channels look; enough to see what customers see, not a copy of them. */
export const SKINS = {
  web: {
    ground: "bg-surface",
    bot: "rounded-xl bg-bubble text-ink",
    customer: "rounded-xl bg-brand text-brand-on [--rich-link:currentColor]",
    choices: "buttons",
  },
  "wechat-oa": {
    ground: "bg-[#ededed] dark:bg-[#111111]",
    bot: "rounded-xs bg-white text-[#191919] dark:bg-[#2c2c2c] dark:text-[#d5d5d5]",
    customer:
      "rounded-xs bg-[#95ec69] text-[#191919] dark:bg-[#3eb575] dark:text-[#0a2416] [--rich-link:currentColor]",
    choices: "numbers",
  },
  "wechat-kf": {
    ground: "bg-[#f2f2f2] dark:bg-[#151515]",
    bot: "rounded-md bg-white text-[#191919] dark:bg-[#2c2c2c] dark:text-[#d5d5d5]",
    customer:
      "rounded-md bg-[#a8d3ff] text-[#0d2540] dark:bg-[#2f6fb0] dark:text-white [--rich-link:currentColor]",
    choices: "buttons",
  },
} as const satisfies Readonly<Record<Channel, Skin>>;
