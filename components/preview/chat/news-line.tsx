"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { PreviewNews } from "../engine/preview-talk.ts";
import { type PreviewTexts, previewMessages } from "../messages.ts";
import { useNodeFaces } from "../preview-context.ts";
import { toDurationText } from "../to-duration-text.ts";

type Shown = Exclude<PreviewNews, { type: "draft-changed" }>;

/** What happened beside the talk, in one quiet line. */
export function NewsLine({ news }: { readonly news: Shown }) {
  const t = useTexts(previewMessages);
  const faceOf = useNodeFaces();
  const text =
    news.type === "jumped" ? t.news.jumped(faceOf(news)?.title ?? t.nodeGone) : toNewsText(news, t);
  return <p className="text-center text-xs text-ink-3">{text}</p>;
}

function toNewsText(news: Exclude<Shown, { type: "jumped" }>, t: PreviewTexts): string {
  switch (news.type) {
    case "waited":
      return t.news.waited(toDurationText(news.ms, t.time));
    case "ended":
      return [t.news.ended(news.resolution), ...(news.asksRating ? [t.news.rating] : [])].join(" · ");
    case "tagged":
      return [
        ...(news.added.length > 0 ? [t.news.tagged(news.added.join(t.choicesJoin))] : []),
        ...(news.removed.length > 0 ? [t.news.untagged(news.removed.join(t.choicesJoin))] : []),
      ].join(" · ");
    case "simulated":
      return t.news.simulated(news.name);
  }
}
