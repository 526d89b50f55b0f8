"use client";

import { ChevronDown, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { removeSubflow, titleSubflow } from "#flows/editing/edits/subflows.ts";
import { findFlow } from "#flows/editing/locate.ts";
import { FLOW_TITLE_MAX_CHARS } from "#flows/kernel/flow.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import { canvasMessages } from "./messages.ts";
import { NameDialog } from "./name-dialog.tsx";

type FlowTabMenuProps = { readonly flowId: string; readonly name: string };

/** What can be done with the sub-flow that is open. */
export function FlowTabMenu({ flowId, name }: FlowTabMenuProps) {
  const t = useTexts(canvasMessages).tabs;
  const store = useBuilderStore();
  const [asking, setAsking] = useState<"name" | "remove" | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <IconButton
            icon={ChevronDown}
            label={t.menu(name)}
            side="bottom"
            className="!size-6 text-inherit"
          />
        }
      >
        <MenuItem icon={Pencil} onSelect={() => setAsking("name")}>
          {t.rename}
        </MenuItem>
        <MenuItem icon={Trash2} isDangerous onSelect={() => setAsking("remove")}>
          {t.remove}
        </MenuItem>
      </Menu>
      {asking === "name" && (
        <NameDialog
          title={t.rename}
          start={findFlow(store.getState().bundle, flowId)?.title ?? ""}
          placeholder={flowId}
          charsMax={FLOW_TITLE_MAX_CHARS}
          onSave={(title) =>
            store.getState().edit((bundle) => titleSubflow(bundle, flowId, title), { label: "rename" })
          }
          onClose={close}
        />
      )}
      <ConfirmDialog
        isOpen={asking === "remove"}
        title={t.remove}
        body={t.removeText(name)}
        action={t.remove}
        onClose={close}
        onConfirm={() => {
          close();
          store.getState().edit((bundle) => removeSubflow(bundle, flowId), { label: "subflow" });
        }}
      />
    </>
  );
}
