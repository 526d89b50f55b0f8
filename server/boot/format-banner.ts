import { bootMessages } from "./messages.ts";

export type BannerFacts = {
  readonly publicUrl: string;
  readonly chatPath: string | null;
  /** A page of a made-up shop that holds the widget. */
  readonly demoPath: string | null;
  /** Null when an owner exists. */
  readonly setupUrl: string | null;
  readonly isLocalOnly: boolean;
  readonly startedInMs: number;
};

/** What the person at the terminal reads when the program serves. */
export function formatBanner(facts: BannerFacts, locale: "zh-CN" | "en"): string {
  const text = bootMessages[locale];
  const lines = [
    `${text.ready} (${(facts.startedInMs / 1000).toFixed(1)} ${text.seconds})`,
    "",
    `${text.console}: ${facts.publicUrl}`,
    ...(facts.chatPath ? [`${text.chat}: ${facts.publicUrl}${facts.chatPath}`] : []),
    ...(facts.demoPath ? [`${text.demo}: ${facts.publicUrl}${facts.demoPath}`] : []),
    ...(facts.setupUrl ? ["", `${text.setup}:`, facts.setupUrl] : []),
    "",
    ...(facts.isLocalOnly ? [text.localOnly] : []),
    text.stop,
  ];
  return `\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n`;
}

/** The language of the terminal: Chinese where the system speaks it. */
export function terminalLocale(systemLocale: string): "zh-CN" | "en" {
  return systemLocale.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}
