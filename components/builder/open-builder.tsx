"use client";

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import { useMe } from "#components/console/me.ts";
import { usePageTitle } from "#components/console/use-page-title.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { showSuccess } from "#components/ui/toast-store.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";
import { BuilderFrame } from "./frame/builder-frame.tsx";
import { builderMessages } from "./messages.ts";
import { useChecks } from "./problems/use-checks.ts";
import { BuilderContext } from "./store/builder-context.ts";
import { type BuilderStart, createBuilderStore } from "./store/builder-store.ts";
import { SyncContext } from "./store/sync-context.ts";
import type { Adopted } from "./sync/adopt-orphans.ts";
import { useConsoleEvents } from "./sync/console-events.ts";
import { useDraftSync } from "./sync/use-draft-sync.ts";
import { usePresence } from "./sync/use-presence.ts";
import { useKeptExaminations } from "./understanding/use-kept-examinations.ts";

type OpenBuilderProps = {
  readonly start: BuilderStart;
  readonly clientId: string;
  readonly adopted: Adopted | null;
  readonly replayOf: string | null;
  readonly nodeId: string | null;
};

/** One open builder: its store, what keeps it level with the server, and who else is here. */
export function OpenBuilder({ start, clientId, adopted, replayOf, nodeId }: OpenBuilderProps) {
  const t = useTexts(builderMessages);
  const me = useMe();
  const client = useTRPCClient();
  const [store] = useState(() => createBuilderStore(start));
  const [listeners] = useState(() => new Set<(event: ConsoleEvent) => void>());
  const sync = useDraftSync({ store, clientId, userId: me.id });
  useChecks(store);
  useKeptExaminations(store);
  usePageTitle(start.botName);

  const { botId } = start;
  const tell = useCallback(
    (presence: Omit<Parameters<typeof client.draft.presence.mutate>[0], "botId" | "clientId">) => {
      // A convenience: nobody waits for it, and the next one says more.
      client.draft.presence.mutate({ botId, clientId, ...presence }).catch(() => {});
    },
    [client, botId, clientId],
  );
  const presence = usePresence({ store, clientId, tell });
  useConsoleEvents(botId, {
    onOpen: () => {
      sync?.catchUp(null);
      presence.sayNow();
    },
    onEvent: (event) => {
      if (event.type === "draft-changed" && event.clientId !== clientId) sync?.catchUp(event.rev);
      if (event.type === "presence") presence.hear(event);
      for (const listener of listeners) listener(event);
    },
  });

  const welcome = useEffectEvent(() => {
    if (adopted && adopted.edits > 0) showSuccess(t.adopted(adopted.edits));
    if (adopted && adopted.conflicts.length > 0) {
      const { bundle, rev, receive } = store.getState();
      receive({ bundle, rev, conflicts: adopted.conflicts });
    }
    if (nodeId !== null) store.getState().focus({ flowId: MAIN_FLOW_ID, nodeId });
    if (replayOf !== null) store.getState().setPreviewOpen(true);
  });
  useEffect(() => welcome(), []);

  const listen = useCallback(
    (listener: (event: ConsoleEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [listeners],
  );
  const { moveCursor } = presence;
  const hands = useMemo(
    () => ({ sync, moveCursor, listen, replayOf, clientId }),
    [sync, moveCursor, listen, replayOf, clientId],
  );
  return (
    <BuilderContext value={store}>
      <SyncContext value={hands}>
        <BuilderFrame />
      </SyncContext>
    </BuilderContext>
  );
}
