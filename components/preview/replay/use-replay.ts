import { useEffect, useState } from "react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { type ReplayedTurn, replayRecording } from "../engine/replay-recording.ts";
import { usePreview } from "../preview-context.ts";
import type { RunningVersion } from "../preview-store.ts";

type Recording = Outputs["preview"]["recording"];

export type Replay = {
  readonly turns: readonly ReplayedTurn[];
  readonly isDone: boolean;
  readonly failure: unknown;
};

const NOTHING: Replay = { turns: [], isDone: false, failure: null };

/** Runs a recording through the draft as it is now, or through a version, and tells of each turn as it comes. */
export function useReplay(
  recording: Recording | null,
  { matching, version }: { readonly matching: "draft" | "recorded"; readonly version: RunningVersion | null },
): Replay {
  const builder = useBuilderStore();
  const { match } = usePreview();
  const [replay, setReplay] = useState<Replay>(NOTHING);
  useEffect(() => {
    setReplay(NOTHING);
    if (recording === null) return;
    const over = new AbortController();
    const { signal } = over;
    const bundle = version?.bundle ?? builder.getState().bundle;
    replayRecording(recording.turns, {
      bundle,
      matching,
      match: (request, session) => match(request, bundle, { ...session, signal }),
      onTurn: (turns) => {
        if (!signal.aborted) setReplay({ turns: [...turns], isDone: false, failure: null });
        return !signal.aborted;
      },
    }).then(
      (turns) => signal.aborted || setReplay({ turns, isDone: true, failure: null }),
      (failure: unknown) => signal.aborted || setReplay((shown) => ({ ...shown, failure })),
    );
    return () => over.abort();
  }, [recording, matching, version, builder, match]);
  return replay;
}
