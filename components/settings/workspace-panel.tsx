"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useMay, useMe } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { settingsMessages } from "./messages.ts";

export function WorkspacePanel() {
  const t = useTexts(settingsMessages).workspace;
  const me = useMe();
  const mayRename = useMay("workspace.rename");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const known = me.workspace?.name ?? "";
  const [name, setName] = useState(known);
  const rename = useMutation(
    trpc.workspace.rename.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.saved);
        await queries.invalidateQueries(trpc.me.get.queryFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ name });
  };
  return (
    <Panel title={t.general}>
      <form onSubmit={save} className="flex max-w-120 flex-col gap-4">
        <TextField
          label={t.name}
          hint={mayRename ? t.nameHint : t.readOnly}
          value={name}
          required
          maxLength={80}
          readOnly={!mayRename}
          onChange={(event) => setName(event.target.value)}
        />
        {mayRename && (
          <Button
            type="submit"
            look="primary"
            isBusy={rename.isPending}
            disabled={name.trim() === known || !name.trim()}
            className="self-start"
          >
            {t.save}
          </Button>
        )}
      </form>
    </Panel>
  );
}
