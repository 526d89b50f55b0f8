"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { testEditorMessages } from "./editor-messages.ts";
import { testingMessages } from "./messages.ts";

type SuiteNameDialogProps = {
  readonly botId: string;
  /** Null makes a new one. */
  readonly suite: { readonly id: string; readonly name: string } | null;
  onClose(): void;
};

export function SuiteNameDialog({ botId, suite, onClose }: SuiteNameDialogProps) {
  const t = useTexts(testingMessages);
  const texts = useTexts(testEditorMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(suite?.name ?? "");
  const after = {
    onSuccess: async () => {
      await queries.invalidateQueries(trpc.test.suites.pathFilter());
      onClose();
    },
  };
  const create = useMutation(trpc.test.createSuite.mutationOptions(after));
  const rename = useMutation(trpc.test.renameSuite.mutationOptions(after));
  const error = create.error ?? rename.error;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    if (suite === null) create.mutate({ botId, name });
    else rename.mutate({ suiteId: suite.id, name });
  };
  return (
    <Dialog
      isOpen
      width="sm"
      title={suite === null ? t.newSuite : t.suite.nameTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form={formId}
            disabled={name.trim() === ""}
            isBusy={create.isPending || rename.isPending}
          >
            {texts.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save}>
        <TextField
          label={t.suite.name}
          hint={t.suite.nameHint}
          error={error ? toErrorText(error) : null}
          value={name}
          maxLength={80}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
