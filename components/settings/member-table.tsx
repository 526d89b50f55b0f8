"use client";

import { ShieldCheck } from "lucide-react";
import { useMe } from "#components/console/me.ts";
import { consoleMessages } from "#components/console/messages.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { MemberMenu } from "./member-menu.tsx";
import { settingsMessages } from "./messages.ts";
import { RoleSelect } from "./role-select.tsx";
import { useMemberActions } from "./use-member-actions.ts";

export type Member = Outputs["member"]["list"][number];

export function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const t = useTexts(settingsMessages).members;
  return (
    <table aria-label={t.listLabel} className="w-full table-fixed text-left">
      <thead className="hidden border-b border-line text-sm text-ink-2 md:table-header-group">
        <tr>
          <th scope="col" className="px-5 py-2.5 font-medium">
            {t.name}
          </th>
          <th scope="col" className="w-44 px-3 py-2.5 font-medium">
            {t.role}
          </th>
          <th scope="col" className="w-36 px-3 py-2.5 font-medium">
            {t.joined}
          </th>
          <th scope="col" className="w-14 px-3 py-2.5">
            <span className="sr-only">{t.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {members.map((member) => (
          <MemberRow key={member.userId} member={member} />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const t = useTexts(settingsMessages).members;
  const { roles } = useTexts(consoleMessages);
  const formats = useFormats();
  const { role: ownRole } = useMe();
  const actions = useMemberActions(member);
  // The server decides; here only what would be refused anyway is not offered.
  const isManaged = !member.isSelf && (ownRole === "owner" || member.role !== "owner");
  return (
    <tr className="grid grid-cols-[minmax(0,1fr)_auto] items-center md:table-row">
      <td className="px-4 py-3 md:px-5">
        <div className="flex items-center gap-3">
          <Avatar name={member.name} />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="truncate font-medium text-ink">{member.name}</span>
              {member.isSelf && <Badge tone="accent">{t.you}</Badge>}
              {member.isDisabled && <Badge tone="warn">{t.disabled}</Badge>}
              {member.hasTwoFactor && (
                <ShieldCheck className="size-4 text-success-text" role="img" aria-label={t.twoFactor} />
              )}
            </p>
            <p className="truncate text-sm text-ink-2">{member.email}</p>
          </div>
        </div>
      </td>
      <td className="col-start-1 row-start-2 px-4 pb-3 pl-15 md:px-3 md:py-3">
        {isManaged ? (
          <RoleSelect
            label={t.roleOf(member.name)}
            value={member.role}
            mayMakeOwner={ownRole === "owner"}
            isBusy={actions.isBusy}
            onChange={actions.changeRole}
          />
        ) : (
          <span className="text-ink-2">{roles[member.role]}</span>
        )}
      </td>
      <td className="hidden px-3 py-3 text-sm text-ink-2 md:table-cell">
        <time dateTime={member.joinedAt} title={formats.dateTime(member.joinedAt)}>
          {formats.relative(member.joinedAt)}
        </time>
      </td>
      <td className="col-start-2 row-start-1 px-3 py-3 text-right">
        {isManaged && <MemberMenu member={member} actions={actions} />}
      </td>
    </tr>
  );
}
