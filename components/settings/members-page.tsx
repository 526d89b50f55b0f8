"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Page } from "#components/console/page.tsx";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberTable } from "./member-table.tsx";
import { MembersSkeleton } from "./members-skeleton.tsx";
import { settingsMessages } from "./messages.ts";

export function MembersPage({ isInviting }: { readonly isInviting: boolean }) {
  const t = useTexts(settingsMessages).members;
  const trpc = useTRPC();
  const members = useQuery(trpc.member.list.queryOptions());
  const [search, setSearch] = useState("");
  const [isOpen, setOpen] = useState(isInviting);
  const wanted = search.trim().toLowerCase();
  const found = (members.data ?? []).filter(({ name, email }) =>
    `${name} ${email}`.toLowerCase().includes(wanted),
  );
  return (
    <Page
      title={t.title}
      description={t.lead}
      actions={
        <>
          <SearchField label={t.search} value={search} onChange={setSearch} className="w-48" />
          <Button look="primary" icon={UserPlus} onClick={() => setOpen(true)}>
            {t.invite}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Panel isFlush className="overflow-hidden">
          {members.isPending ? (
            <MembersSkeleton />
          ) : members.isError ? (
            <ErrorState error={members.error} onRetry={() => void members.refetch()} />
          ) : found.length === 0 ? (
            <p className="px-5 py-10 text-center text-ink-2">{t.noMatch}</p>
          ) : (
            <MemberTable members={found} />
          )}
        </Panel>
        <InvitationList />
      </div>
      <InviteDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </Page>
  );
}
