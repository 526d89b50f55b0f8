import { useQueryClient } from "@tanstack/react-query";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTRPC, useTRPCClient } from "#components/trpc-client.ts";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";

type KeptTalk = { readonly name: string; readonly script: FlowTestScript };

/** Puts a talk among the bot's tests, and lets the list of tests know. */
export function useTestKeeper(): (talk: KeptTalk) => Promise<void> {
  const builder = useBuilderStore();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const locale = usePreferences((state) => state.locale);
  return async ({ name, script }) => {
    const { botId } = builder.getState();
    await client.test.create.mutate({ botId, suiteId: null, locale, name, source: "preview", script });
    await queries.invalidateQueries({ queryKey: trpc.test.pathKey() });
  };
}
