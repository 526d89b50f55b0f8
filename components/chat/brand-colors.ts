type Rgb = readonly [number, number, number];

export type BrandColors = {
  readonly brand: string;
  readonly hover: string;
  readonly on: string;
  /** For words and icons on the page, light and dark. */
  readonly textLight: string;
  readonly textDark: string;
};

const INDIGO: Rgb = [0x4b, 0x4d, 0xdb];
const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [0x17, 0x1b, 0x28];
const SUNKEN_LIGHT: Rgb = [0xef, 0xf1, 0xf6];
const RAISED_DARK: Rgb = [0x1e, 0x24, 0x31];

/** WCAG AA for text. */
const CONTRAST_MIN = 4.5;

/** Colours for a bot's theme that stay readable whatever colour the operator chose; indigo where it is not a colour. */
export function toBrandColors(color: string | null): BrandColors {
  const chosen = parseHex(color) ?? INDIGO;
  const isWhiteBetter = contrast(chosen, WHITE) >= Math.min(contrast(chosen, INK), 3.5);
  const on = isWhiteBetter ? WHITE : INK;
  // A middling colour is moved away from its text until the text can be read.
  const brand = move(chosen, on, isWhiteBetter ? INK : WHITE);
  return {
    brand: toHex(brand),
    hover: toHex(mix(brand, isWhiteBetter ? INK : WHITE, 0.12)),
    on: toHex(on),
    textLight: toHex(move(chosen, SUNKEN_LIGHT, INK)),
    textDark: toHex(move(chosen, RAISED_DARK, WHITE)),
  };
}

export function contrast(left: Rgb, right: Rgb): number {
  const [high, low] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

export function parseHex(color: string | null): Rgb | null {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color?.trim() ?? "")?.[1];
  if (!match) return null;
  const full = match.length === 3 ? [...match].map((digit) => digit + digit).join("") : match;
  const value = Number.parseInt(full, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function move(color: Rgb, against: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const moved = mix(color, towards, share);
    if (contrast(moved, against) >= CONTRAST_MIN) return moved;
  }
  return towards;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [at(0), at(1), at(2)];
}

function luminance(color: Rgb): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

function toHex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
