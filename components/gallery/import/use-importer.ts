"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import type { BundleFile } from "#flows/transfer/bundle-file.ts";
import { toBuilderPath } from "../builder-path.ts";
import { importMessages } from "./messages.ts";
import { sendFile } from "./send-file.ts";

/** Sends a file and opens what became of it. */
export function useImporter(botId: string | null, onDone: () => void) {
  const t = useTexts(importMessages);
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: BundleFile) => sendFile({ file, botId }),
    onSuccess: (imported) => {
      if (imported === null) return showFailure(t.failed);
      if (botId !== null) showSuccess(t.replaced(imported.tests));
      onDone();
      router.push(toBuilderPath(imported.botId));
      void queries.invalidateQueries(trpc.pathFilter());
    },
    onError: () => showFailure(t.failed),
  });
  return { isBusy: sending.isPending, send: (file: BundleFile) => sending.mutate(file) };
}
