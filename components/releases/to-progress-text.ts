import type { Outputs } from "#components/trpc-client.ts";
import type { progressMessages } from "./progress-messages.ts";

/** What a publication is at, in the reader's words. */
export function toProgressText(
  progress: Outputs["release"]["publishing"],
  t: (typeof progressMessages)["zh-CN"],
): string {
  if (progress === null) return t.working;
  const { step } = progress;
  if (step.type === "waiting") return t.waiting(step.ahead);
  if (step.type !== "learning") return t[step.type];
  const { kind, at, total, names } = step;
  const what = kind === "intents" ? t.intents(at, total) : t.faq(at, total);
  return names.length === 0 ? what : t.named(what, names.join(t.comma));
}
