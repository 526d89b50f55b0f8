"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useMe } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { settingsMessages } from "./messages.ts";

export function ProfilePanel() {
  const t = useTexts(settingsMessages).account;
  const me = useMe();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const [name, setName] = useState(me.name);
  const rename = useMutation(
    trpc.me.rename.mutationOptions({
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
    <Panel title={t.profile}>
      <form onSubmit={save} className="grid items-end gap-4 md:grid-cols-[1fr_1fr_auto]">
        <TextField
          label={t.name}
          value={name}
          required
          maxLength={80}
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
        />
        <TextField label={t.email} value={me.email} readOnly autoComplete="username" />
        <Button
          type="submit"
          className="h-9"
          isBusy={rename.isPending}
          disabled={name.trim() === me.name || !name.trim()}
        >
          {t.save}
        </Button>
      </form>
    </Panel>
  );
}
