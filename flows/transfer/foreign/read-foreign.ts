import type { Problem } from "../../kernel/problem.ts";
import { isRecord, scanValue } from "../../kernel/scan-limits.ts";
import type { Locale } from "../../kernel/text.ts";
import { isDify, readDify } from "./dify.ts";
import { isFastgpt, readFastgpt } from "./fastgpt.ts";
import type { ForeignImport } from "./finish-draft.ts";
import { isTypebot, readTypebot } from "./typebot.ts";

export type ForeignRead =
  | { readonly type: "read"; readonly file: ForeignImport }
  /** Looks like one of them, and cannot be read or is too much. */
  | { readonly type: "refused"; readonly problem: Problem | null }
  | { readonly type: "not-foreign" };

const FILE_MAX = 5 * 1024 * 1024;
const NODES_MAX = 1_000;

/** Knows a file of Dify, Typebot or FastGPT by its shape and makes a draft of it. Never throws, never evaluates anything in it. */
export function readForeign(value: unknown, locale: Locale): ForeignRead {
  if (!isRecord(value)) return { type: "not-foreign" };
  const reader = isDify(value)
    ? readDify
    : isTypebot(value)
      ? readTypebot
      : isFastgpt(value)
        ? readFastgpt
        : null;
  if (reader === null) return { type: "not-foreign" };
  const problem = scanValue(value, FILE_MAX);
  if (problem !== null) return { type: "refused", problem };
  try {
    const file = reader(value, locale);
    return file.bundle.flow.nodes.length > NODES_MAX
      ? { type: "refused", problem: null }
      : { type: "read", file };
  } catch {
    // A file that only looks like one of theirs is its author's problem, told as one.
    return { type: "refused", problem: null };
  }
}
