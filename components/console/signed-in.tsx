"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import type { ReactNode } from "react";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { MeContext } from "./me.ts";
import { consoleMessages } from "./messages.ts";
import { useAccountPreferences } from "./use-account-preferences.ts";
import { useSignOut } from "./use-sign-out.ts";

type SignedInProps = { readonly skeleton: ReactNode; readonly children: ReactNode };

/** Its children are for members of a workspace; others go to the sign-in page or read why there is nothing for them. */
export function SignedIn({ skeleton, children }: SignedInProps) {
  const t = useTexts(consoleMessages);
  const trpc = useTRPC();
  const me = useQuery(trpc.me.get.queryOptions());
  const signOut = useSignOut();
  useAccountPreferences(me.data);

  if (me.isPending) return skeleton;
  if (me.isError) {
    if (toFailure(me.error).code === "unauthenticated") return skeleton;
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (!me.data.workspace) {
    return (
      <EmptyState
        icon={Users}
        title={t.noWorkspaceTitle}
        body={t.noWorkspaceBody}
        action={<Button onClick={signOut}>{t.signOut}</Button>}
      />
    );
  }
  return <MeContext value={me.data}>{children}</MeContext>;
}
