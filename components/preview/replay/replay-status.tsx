import { useTexts } from "#components/i18n/use-texts.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Unmatched } from "../ask-matcher.ts";
import type { ReplayedTurn } from "../engine/replay-recording.ts";
import { previewMessages } from "../messages.ts";
import type { Replay } from "./use-replay.ts";

type ReplayStatusProps = {
  readonly replay: Replay;
  readonly differing: readonly ReplayedTurn[];
  /** On what it runs. */
  readonly side: string;
};

/** How far a replay is, and what came of it. */
export function ReplayStatus({ replay, differing, side }: ReplayStatusProps) {
  const t = useTexts(previewMessages).replays;
  const { isDone, failure } = replay;
  if (failure !== null) {
    return (
      <Notice tone="danger" isAlert>
        {failure instanceof Unmatched ? failure.message : t.failed}
      </Notice>
    );
  }
  if (!isDone) {
    return (
      <p role="status" className="text-sm text-ink-3">
        {t.running}
      </p>
    );
  }
  const [first] = differing;
  if (first === undefined) return <Notice tone="success">{t.same(side)}</Notice>;
  const news = [t.first(first.number), ...(differing.length > 1 ? [t.differs(differing.length)] : [])];
  return <Notice tone="warn">{news.join(" · ")}</Notice>;
}
