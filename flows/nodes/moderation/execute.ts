import type { z } from "zod";
import { findPersonalDatums } from "../../answers/mask-personal-data.ts";
import type { Executor, Outcome } from "../../kernel/executor.ts";
import { findText } from "../looked-at.ts";
import { sayText } from "../say.ts";
import type { moderationNode } from "./definition.ts";
import { findBanned, type Span } from "./find-banned.ts";

type Config = z.output<typeof moderationNode.config>;

export const moderationExecutor: Executor<Config> = {
  enter: (config, context) => {
    const text = findText(config.text, context);
    if (text === null) return { type: "leave", port: "pass" };
    const { except } = config;
    const blocked = findBanned(text, { words: config.block, except });
    const masked = [
      ...findBanned(text, { words: config.mask, patterns: config.patterns, except }),
      ...(config.personalData
        ? findPersonalDatums(text).map((found) => ({ ...found, word: found.type }))
        : []),
    ];
    const clean = hide(text, [...blocked, ...masked]);
    const outcome: Outcome = {
      type: "leave",
      port: blocked.length > 0 ? "blocked" : masked.length > 0 ? "masked" : "pass",
      // The trace is read by people: it shows what was hidden, never what was typed.
      input: clean,
      output: { found: [...new Set([...blocked, ...masked].map(({ word }) => word))] },
      set: config.variable === undefined ? {} : { [config.variable]: clean },
    };
    const reply = blocked.length > 0 && config.reply !== undefined ? context.text(config.reply) : "";
    return reply === "" ? outcome : { ...outcome, effects: [sayText(reply)] };
  },
};

/** One star for each character, so that the reader sees how much is gone. */
function hide(text: string, spans: readonly Span[]): string {
  let hidden = "";
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const begin = Math.max(from, start);
    hidden += text.slice(from, begin) + "*".repeat(Array.from(text.slice(begin, end)).length);
    from = end;
  }
  return hidden + text.slice(from);
}
