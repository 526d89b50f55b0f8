"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useConsoleNews } from "#components/builder/store/sync-context.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { VersionList } from "./version-list.tsx";

/** The bot's versions beside the canvas; they follow what others release. */
export function VersionsPanel() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const botId = useBuilder((state) => state.botId);
  useConsoleNews(({ type }) => {
    if (type !== "release-changed") return;
    void queries.invalidateQueries(trpc.version.list.pathFilter());
    void queries.invalidateQueries(trpc.release.get.pathFilter());
  });
  return (
    <div className="p-4">
      <VersionList botId={botId} />
    </div>
  );
}
