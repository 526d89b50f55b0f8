"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { toTags } from "../entries/to-tags.ts";
import { graphMessages } from "./messages.ts";

type Entity = Outputs["knowledge"]["graph"]["entity"]["entity"];

/** Its names and its type, and whether it is used at all. */
export function EntitySettings({ entity }: { readonly entity: Entity }) {
  const texts = useTexts(graphMessages);
  const t = texts.sheet;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayEdit = useMay("knowledge.graph.updateEntity");
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState({
    ...{ name: entity.name, type: entity.type, aliases: entity.aliases.join(", ") },
  });
  const save = useMutation(
    trpc.knowledge.graph.updateEntity.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.knowledge.pathFilter()),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  if (!mayEdit) return null;
  const send = (state: Entity["state"]) =>
    save.mutateAsync({
      ...{ entityId: entity.id, name: draft.name.trim(), type: draft.type.trim(), state },
      aliases: toTags(draft.aliases).slice(0, 20),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send("accepted").then(
      () => showSuccess(t.saved),
      () => undefined,
    );
  };
  const putAway = () =>
    void send("rejected").then(
      () => showSuccess(t.rejected(entity.name), { label: texts.undo, act: () => void send(entity.state) }),
      () => undefined,
    );
  return (
    <Collapsible title={t.settings} isOpen={isOpen} onOpenChange={setOpen}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={texts.entity}
          maxLength={120}
          required
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <TextField
          label={texts.type}
          maxLength={120}
          required
          value={draft.type}
          onChange={(event) => setDraft({ ...draft, type: event.target.value })}
        />
        <TextField
          label={texts.aliases}
          hint={texts.aliasesHint}
          value={draft.aliases}
          onChange={(event) => setDraft({ ...draft, aliases: event.target.value })}
        />
        <div className="flex justify-end gap-2">
          {entity.state === "rejected" ? (
            <Button disabled={save.isPending} onClick={() => void send("accepted")}>
              {t.takeBack}
            </Button>
          ) : (
            <Button look="danger-ghost" disabled={save.isPending} onClick={putAway}>
              {t.reject}
            </Button>
          )}
          <Button
            look="primary"
            type="submit"
            isBusy={save.isPending}
            disabled={draft.name.trim() === "" || draft.type.trim() === ""}
          >
            {t.save}
          </Button>
        </div>
      </form>
    </Collapsible>
  );
}
