/** Where customers meet a bot: the ids that flows compare `channel` with, and that parts of a message name. */
export const CHANNELS = ["web", "wechat-oa", "wechat-kf"] as const;

export type Channel = (typeof CHANNELS)[number];
