"use client";

import { MoreHorizontal, UserCheck, UserMinus, UserX } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { Member } from "./member-table.tsx";
import { settingsMessages } from "./messages.ts";
import type { MemberActions } from "./use-member-actions.ts";

type MemberMenuProps = { readonly member: Member; readonly actions: MemberActions };

export function MemberMenu({ member, actions }: MemberMenuProps) {
  const t = useTexts(settingsMessages).members;
  const [asking, setAsking] = useState<"disable" | "remove" | null>(null);
  const confirm = async () => {
    await (asking === "remove" ? actions.remove() : actions.setDisabled(true));
    setAsking(null);
  };
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t.more(member.name)}
            className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <MoreHorizontal className="size-4" aria-hidden />
          </button>
        }
      >
        {member.isDisabled ? (
          <MenuItem icon={UserCheck} onSelect={() => void actions.setDisabled(false)}>
            {t.enable}
          </MenuItem>
        ) : (
          <MenuItem icon={UserX} onSelect={() => setAsking("disable")}>
            {t.disable}
          </MenuItem>
        )}
        <MenuItem icon={UserMinus} isDangerous onSelect={() => setAsking("remove")}>
          {t.remove}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        isOpen={asking !== null}
        title={asking === "remove" ? t.removeTitle(member.name) : t.disableTitle(member.name)}
        body={asking === "remove" ? t.removeBody : t.disableBody}
        action={asking === "remove" ? t.remove : t.disable}
        isBusy={actions.isBusy}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(null)}
      />
    </>
  );
}
