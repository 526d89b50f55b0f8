"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { showFailure } from "#components/ui/toast-store.ts";
import { toBuilderPath } from "./builder-path.ts";

/** Makes a bot from a template and opens it in the builder. */
export function useBotMaker() {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const making = useMutation(
    trpc.bot.create.mutationOptions({
      onSuccess: ({ botId }) => {
        router.push(toBuilderPath(botId));
        void queries.invalidateQueries(trpc.bot.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return { isBusy: making.isPending || making.isSuccess, make: making.mutate };
}
