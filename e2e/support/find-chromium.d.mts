export type Chromium = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly source: "playwright" | "system" | "@sparticuz/chromium";
};

export function findChromium(): Promise<Chromium | null>;
