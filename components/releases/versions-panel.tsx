"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { VersionList } from "./version-list.tsx";

/** The bot's versions beside the canvas. */
export function VersionsPanel() {
  const botId = useBuilder((state) => state.botId);
  return (
    <div className="p-4">
      <VersionList botId={botId} />
    </div>
  );
}
