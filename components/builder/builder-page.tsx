"use client";

import { SignedIn } from "#components/console/signed-in.tsx";
import { BuilderLoader } from "./builder-loader.tsx";
import { FrameSkeleton } from "./frame/frame-skeleton.tsx";

export type BuilderPageProps = {
  readonly botId: string;
  /** A conversation to replay on the draft. */
  readonly replayOf: string | null;
  /** A node to show at once; links from traces and comments name it. */
  readonly nodeId: string | null;
};

export function BuilderPage(props: BuilderPageProps) {
  return (
    <SignedIn skeleton={<FrameSkeleton />}>
      <BuilderLoader key={props.botId} {...props} />
    </SignedIn>
  );
}
