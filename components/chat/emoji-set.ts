import type { ChatTexts } from "./messages.ts";

type Emoji = { readonly glyph: string; readonly "zh-CN": string; readonly en: string };

const row = (glyph: string, zh: string, en: string): Emoji => ({ glyph, "zh-CN": zh, en });

/** The few that people send to a shop, with names for who cannot see them. */
export const EMOJI_GROUPS: { readonly [Group in keyof ChatTexts["emojiGroups"]]: readonly Emoji[] } = {
  faces: [
    row("😀", "大笑", "grinning"),
    row("😊", "微笑", "smiling"),
    row("😂", "笑哭", "tears of joy"),
    row("😉", "眨眼", "winking"),
    row("😍", "喜欢", "heart eyes"),
    row("🤔", "思考", "thinking"),
    row("😅", "尴尬", "sweat smile"),
    row("😮", "惊讶", "surprised"),
    row("😢", "难过", "crying"),
    row("😭", "大哭", "sobbing"),
    row("😡", "生气", "angry"),
    row("😴", "困", "sleepy"),
    row("🥺", "拜托", "pleading"),
    row("🙄", "白眼", "eye roll"),
    row("😷", "口罩", "mask"),
    row("🤗", "拥抱", "hug"),
  ],
  hands: [
    row("👍", "赞", "thumbs up"),
    row("👎", "踩", "thumbs down"),
    row("👌", "好的", "OK"),
    row("🙏", "感谢", "thank you"),
    row("👏", "鼓掌", "clapping"),
    row("💪", "加油", "strong"),
    row("👋", "你好", "waving"),
    row("🤝", "合作", "handshake"),
  ],
  hearts: [
    row("❤️", "爱心", "heart"),
    row("💔", "心碎", "broken heart"),
    row("🌹", "玫瑰", "rose"),
    row("🎉", "庆祝", "party"),
    row("🔥", "火", "fire"),
    row("⭐", "星星", "star"),
    row("✅", "完成", "done"),
    row("❌", "不对", "cross"),
  ],
  things: [
    row("📦", "包裹", "parcel"),
    row("🚚", "配送", "delivery"),
    row("🧾", "发票", "receipt"),
    row("💰", "钱", "money"),
    row("🎁", "礼物", "gift"),
    row("👕", "衣服", "shirt"),
    row("👟", "鞋", "shoe"),
    row("⏰", "时间", "clock"),
  ],
};
