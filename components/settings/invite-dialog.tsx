"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useMe } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { settingsMessages } from "./messages.ts";
import { type Role, RoleSelect } from "./role-select.tsx";

type InviteDialogProps = { readonly isOpen: boolean; onClose(): void };

/** Asks for whom, then shows the link once: there is no e-mail yet that could carry it. */
export function InviteDialog({ isOpen, onClose }: InviteDialogProps) {
  const t = useTexts(settingsMessages).invitations;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const { role: ownRole } = useMe();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const create = useMutation(
    trpc.invitation.create.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.invitation.pathFilter()),
    }),
  );
  const restart = () => {
    create.reset();
    setEmail("");
  };
  const close = () => {
    onClose();
    restart();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ email, role });
  };

  if (create.data) {
    return (
      <Dialog
        isOpen={isOpen}
        title={t.shownTitle}
        description={t.shownBody(email)}
        onClose={close}
        footer={
          <>
            <Button onClick={restart}>{t.another}</Button>
            <Button look="primary" onClick={close}>
              {t.done}
            </Button>
          </>
        }
      >
        <CodeBlock code={create.data.url} label={t.linkLabel} copyLabel={t.copy} />
      </Dialog>
    );
  }
  return (
    <Dialog isOpen={isOpen} title={t.dialogTitle} description={t.dialogLead} onClose={close}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t.email}
          hint={t.emailHint}
          error={create.error ? toErrorText(create.error) : null}
          type="email"
          required
          autoFocus
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field label={t.role}>
          {({ id }) => (
            <RoleSelect
              id={id}
              label={t.role}
              value={role}
              mayMakeOwner={ownRole === "owner"}
              isWide
              onChange={setRole}
            />
          )}
        </Field>
        <div className="flex justify-end pt-1">
          <Button type="submit" look="primary" isBusy={create.isPending}>
            {t.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
