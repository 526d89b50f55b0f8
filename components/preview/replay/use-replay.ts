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
    if (recording === null) return;
    let isOver = false;
    setReplay(NOTHING);
    const bundle = version?.bundle ?? builder.getState().bundle;
    replayRecording(recording.turns, {
      bundle,
      matching,
      match: (request, session) => match(request, bundle, session),
      onTurn: (turns) => {
        if (!isOver) setReplay({ turns: [...turns], isDone: false, failure: null });
        return !isOver;
      },
    }).then(
      (turns) => isOver || setReplay({ turns, isDone: true, failure: null }),
      (failure: unknown) => isOver || setReplay((shown) => ({ ...shown, failure })),
    );
    return () => {
      isOver = true;
    };
  }, [recording, matching, version, builder, match]);
  return replay;
}
