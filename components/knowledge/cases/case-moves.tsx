"use client";

import { MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay, useMe } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { RejectDialog } from "../reject-dialog.tsx";
import { caseMessages } from "./messages.ts";
import {
  type CaseAction,
  type CaseDetail,
  isApproval,
  NEXT_ACTIONS,
  useCaseActions,
} from "./use-case-actions.ts";

type CaseMovesProps = { readonly row: CaseDetail; readonly isChanged: boolean; onClose(): void };

/** What can be done with a saved case, by those who may. */
export function CaseMoves({ row, isChanged, onClose }: CaseMovesProps) {
  const t = useTexts(caseMessages);
  const mayMove = useMay("knowledge.case.move");
  const mayApprove = useMay("knowledge.case.approve");
  const { role } = useMe();
  const actions = useCaseActions();
  const [isRejecting, setRejecting] = useState(false);
  // Owners and admins may take a draft of their own straight on; the base may still ask for four eyes.
  const isManager = role === "owner" || role === "admin";
  const offered = [
    ...NEXT_ACTIONS[row.state],
    ...(row.state === "draft" && isManager ? ["approve" as const] : []),
  ].filter((action) => (isApproval(action) ? mayApprove : mayMove));
  const act = (action: CaseAction) =>
    action === "reject" ? setRejecting(true) : void actions.move(row, action);
  return (
    <>
      {mayMove && (
        <Menu
          side="top"
          align="start"
          trigger={
            <IconButton icon={MoreHorizontal} label={t.moreActions} disabled={isChanged || actions.isBusy} />
          }
        >
          {offered
            .filter((action) => action === "retire")
            .map((action) => (
              <MenuItem key={action} onSelect={() => act(action)}>
                {t.actions[action]}
              </MenuItem>
            ))}
          <MenuItem
            icon={Trash2}
            isDangerous
            onSelect={() => void actions.remove(row.id).then((isGone) => isGone && onClose())}
          >
            {t.actions.remove}
          </MenuItem>
        </Menu>
      )}
      {!isChanged && (
        <>
          <span className="flex-1" />
          {offered
            .filter((action) => action !== "retire")
            .map((action, index, all) => (
              <Button
                key={action}
                look={index === all.length - 1 ? "primary" : "secondary"}
                isBusy={actions.isBusy}
                onClick={() => act(action)}
              >
                {t.actions[action]}
              </Button>
            ))}
        </>
      )}
      {isRejecting && (
        <RejectDialog
          texts={{ title: t.rejectTitle, note: t.rejectNote, action: t.actions.reject }}
          isBusy={actions.isBusy}
          onReject={(note) => void actions.move(row, "reject", note).then(() => setRejecting(false))}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  );
}
