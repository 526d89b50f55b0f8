import { useEffect, useRef, useState } from "react";
import type { BuilderStore } from "#components/builder/store/builder-store.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import type { DraftApi } from "./draft-api.ts";
import { createDraftSync, type DraftSync } from "./draft-sync.ts";
import { createPendingStore } from "./pending-store.ts";

/** A server that cannot be reached, is busy or fails may answer the same request later; everything else is its answer. */
const PASSING = new Set(["offline", "internal", "busy", "rate_limited", "unauthenticated"]);

type SyncInput = { readonly store: BuilderStore; readonly clientId: string; readonly userId: string };

/** Saves the builder's edits for as long as the page is open, and warns before it is closed with edits that only this browser has. */
export function useDraftSync({ store, clientId, userId }: SyncInput): DraftSync | null {
  const api = useDraftApi(store.getState().botId);
  const [sync, setSync] = useState<DraftSync | null>(null);

  useEffect(() => {
    const { botId } = store.getState();
    const running = createDraftSync({
      ...{ store, api, clientId },
      pending: createPendingStore({ tabId: clientId, botId, userId }),
      newId: () => crypto.randomUUID(),
      timers: { setTimeout: window.setTimeout.bind(window), clearTimeout: window.clearTimeout.bind(window) },
      isFinal: (error) => !PASSING.has(toFailure(error).code),
    });
    setSync(running);
    const onHide = () => document.visibilityState === "hidden" && running.flush();
    const onOnline = () => running.retry();
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!running.hasUnsaved()) return;
      running.flush();
      event.preventDefault();
    };
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("online", onOnline);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("beforeunload", onUnload);
      running.flush();
      running.stop();
    };
  }, [store, api, clientId, userId]);
  return sync;
}

export function useDraftApi(botId: string): DraftApi {
  const client = useTRPCClient();
  const api = useRef<{ readonly botId: string; readonly api: DraftApi } | null>(null);
  if (api.current?.botId !== botId) {
    api.current = {
      botId,
      api: {
        save: (request) => client.draft.save.mutate({ botId, ...request, ops: [...request.ops] }),
        listChanges: (after) => client.draft.changes.query({ botId, after }),
        load: () => client.draft.get.query({ botId }),
      },
    };
  }
  return api.current.api;
}
