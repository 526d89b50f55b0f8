"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import { type UploadEnd, uploadFile } from "./upload-file.ts";

export type UploadItem = {
  readonly id: number;
  readonly name: string;
  readonly share: number;
  readonly state: "waiting" | "sending" | UploadEnd["type"];
  readonly failure: { readonly code: string; readonly reason: string | null } | null;
};

type Sending = { readonly id: number; readonly file: File; readonly abort: AbortController };

/** As the server takes them. */
const BYTES_MAX = 30 * 1024 * 1024;

/** Sends files one after the other, so that each has the whole line; one that fails does not stop the rest. */
export function useUploads(baseId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const waiting = useRef<Sending[]>([]);
  const isRunning = useRef(false);
  const lastId = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());
  const change = (id: number, part: Partial<UploadItem>) =>
    setItems((now) => now.map((item) => (item.id === id ? { ...item, ...part } : item)));

  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      const { id, file, abort } = next;
      change(id, { state: "sending" });
      const end = await uploadFile({
        ...{ baseId, file, signal: abort.signal },
        onProgress: (share) => change(id, { share }),
      });
      change(id, { state: end.type, failure: end.type === "failed" ? end.failure : null });
      aborts.current.delete(id);
      await queries.invalidateQueries(trpc.knowledge.document.list.pathFilter());
    }
    isRunning.current = false;
  };

  return {
    items,
    add: (files: readonly File[]) => {
      const fresh = files.map((file) => ({ id: ++lastId.current, file, abort: new AbortController() }));
      setItems((now) => [
        ...now,
        ...fresh.map(({ id, file }): UploadItem => {
          const isTooLarge = file.size > BYTES_MAX;
          return {
            ...{ id, name: file.name, share: 0, state: isTooLarge ? "failed" : "waiting" },
            failure: isTooLarge ? { code: "payload_too_large", reason: null } : null,
          };
        }),
      ]);
      for (const sending of fresh) {
        if (sending.file.size > BYTES_MAX) continue;
        aborts.current.set(sending.id, sending.abort);
        waiting.current.push(sending);
      }
      void run();
    },
    cancel: (id: number) => {
      aborts.current.get(id)?.abort();
      waiting.current = waiting.current.filter((sending) => sending.id !== id);
      change(id, { state: "stopped" });
    },
    clear: () => setItems((now) => now.filter(({ state }) => state === "waiting" || state === "sending")),
  };
}
