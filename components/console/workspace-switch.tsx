"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronsUpDown } from "lucide-react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuItem, MenuLabel } from "#components/ui/menu.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { useMe } from "./me.ts";
import { consoleMessages } from "./messages.ts";

/** The workspace's name; a menu only for those who work in several. */
export function WorkspaceSwitch({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const t = useTexts(consoleMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const me = useMe();
  const change = useMutation(
    trpc.me.switchWorkspace.mutationOptions({
      // Everything on the page belongs to the other workspace now.
      onSuccess: () => window.location.assign("/bots"),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const name = me.workspace?.name ?? "";
  const face = (
    <>
      <Avatar name={name} size="sm" />
      {!isCollapsed && <span className="min-w-0 flex-1 truncate text-left font-semibold">{name}</span>}
    </>
  );
  if (me.workspaces.length < 2) return <div className="flex h-9 items-center gap-2 px-1.5">{face}</div>;
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${t.switchWorkspace}: ${name}`}
          className="flex h-9 w-full items-center gap-2 rounded-sm px-1.5 hover:bg-hover"
        >
          {face}
          {!isCollapsed && <ChevronsUpDown className="size-4 shrink-0 text-ink-3" aria-hidden />}
        </button>
      }
    >
      <MenuLabel>{t.workspace}</MenuLabel>
      {me.workspaces.map((workspace) => (
        <MenuItem
          key={workspace.id}
          isChecked={workspace.id === me.workspace?.id}
          onSelect={() => change.mutate({ workspaceId: workspace.id })}
        >
          <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
          <span className="text-xs text-ink-3">{t.roles[workspace.role]}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
