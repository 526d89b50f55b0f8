import { listTexts } from "#flows/kernel/list-texts.ts";
import { type Assertion, type FlowTestScript, flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import type { PreviewSettings } from "./preview-settings.ts";
import type { PreviewEntry, PreviewTalk } from "./preview-talk.ts";

type Does = FlowTestScript["turns"][number]["does"];

/** The talk as a test: the customer does the same, and each reply must hold what it holds now. Null when nobody spoke. */
export function toFlowTest(talk: PreviewTalk, settings: PreviewSettings): FlowTestScript | null {
  const turns: { does: Does; expect: Assertion[] }[] = [];
  const opening: Assertion[] = [];
  for (const entry of talk.entries) {
    const does = toDoes(entry);
    if (does !== null) turns.push({ does, expect: [] });
    else (turns.at(-1)?.expect ?? opening).push(...toAssertions(entry));
  }
  if (turns.length === 0) return null;
  const { locale, channel, context } = settings;
  const at = talk.turns[0]?.at ?? null;
  const parsed = flowTestScriptSchema.safeParse({
    locale,
    channel,
    context,
    at,
    expectStart: opening,
    turns,
  });
  return parsed.success ? parsed.data : null;
}

function toDoes(entry: PreviewEntry): Does | null {
  if (entry.type === "customer") {
    return entry.choice === null ? { type: "say", text: entry.text } : { type: "choose", option: entry.text };
  }
  const waited = entry.type === "news" && entry.news.type === "waited" ? Math.round(entry.news.ms) : 0;
  return waited > 0 ? { type: "wait", ms: waited } : null;
}

function toAssertions(entry: PreviewEntry): readonly Assertion[] {
  if (entry.type === "bot") {
    return listTexts(entry.parts)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .map((text) => ({ type: "reply-contains", text }));
  }
  return entry.type === "news" && entry.news.type === "ended" ? [{ type: "ended", expected: true }] : [];
}
