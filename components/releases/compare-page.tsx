"use client";

import { SignedIn } from "#components/console/signed-in.tsx";
import { CompareSkeleton } from "./compare-skeleton.tsx";
import { CompareView, type CompareViewProps } from "./compare-view.tsx";

/** Two documents of one bot side by side; `from` and `to` are ids of versions, or `draft`. */
export function ComparePage(props: CompareViewProps) {
  return (
    <SignedIn skeleton={<CompareSkeleton />}>
      <CompareView {...props} />
    </SignedIn>
  );
}
