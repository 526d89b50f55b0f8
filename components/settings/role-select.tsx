"use client";

import { consoleMessages } from "#components/console/messages.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import type { Member } from "./member-table.tsx";

export type Role = Member["role"];

const ROLES = ["owner", "admin", "editor", "reviewer", "analyst", "agent"] as const satisfies readonly Role[];

type RoleSelectProps = {
  readonly id?: string;
  readonly label: string;
  readonly value: Role;
  readonly mayMakeOwner: boolean;
  readonly isBusy?: boolean;
  readonly isWide?: boolean;
  onChange(role: Role): void;
};

export function RoleSelect({
  id,
  label,
  value,
  mayMakeOwner,
  isBusy = false,
  isWide = false,
  onChange,
}: RoleSelectProps) {
  const t = useTexts(consoleMessages);
  return (
    <Select<Role>
      {...(id ? { id } : {})}
      size={isWide ? "md" : "sm"}
      label={label}
      value={value}
      isDisabled={isBusy}
      className={isWide ? "w-full" : "w-36"}
      options={ROLES.map((role) => ({
        value: role,
        label: t.roles[role],
        hint: t.roleHints[role],
        isDisabled: role === "owner" && !mayMakeOwner,
      }))}
      onChange={onChange}
    />
  );
}
