import type { z } from "zod";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import { findText } from "../looked-at.ts";
import type { sentimentNode } from "./definition.ts";
import { measureMood } from "./measure-mood.ts";

type Config = z.output<typeof sentimentNode.config>;

export const sentimentExecutor: Executor<Config> = {
  enter: (config, context) => {
    const text = findText(config.text, context);
    if (text === null) return { type: "leave", port: "neutral" };
    const { score: now, words, risk } = measureMood(text, config);
    const before = readScore(config, context);
    const score = before === null ? now : Math.round(((before + now) / 2) * 100) / 100;
    return {
      type: "leave",
      port: risk === null ? toPort(config, score) : "risk",
      input: text,
      output: { score, words, risk },
      set: config.variable === undefined ? {} : { [config.variable]: score },
    };
  },
};

function toPort({ negativeTo, positiveFrom }: Config, score: number): string {
  if (score <= negativeTo) return "negative";
  return score >= positiveFrom ? "positive" : "neutral";
}

function readScore({ remember, variable }: Config, { vars }: NodeContext): number | null {
  const kept = remember && variable !== undefined ? vars[variable] : null;
  return typeof kept === "number" ? kept : null;
}
