"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { graphMessages } from "./messages.ts";
import type { Fact } from "./use-decisions.ts";

const NAME_CHARS_MAX = 120;
const VALUE_CHARS_MAX = 1_000;

type FactDialogProps = { readonly baseId: string; readonly fact: Fact | null; onClose(): void };

/** A fact in a person's words. */
export function FactDialog({ baseId, fact, onClose }: FactDialogProps) {
  const t = useTexts(graphMessages).dialog;
  const ui = useTexts(uiMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const formId = useId();
  const lists = { types: useId(), predicates: useId() };
  const { data: names } = useQuery(trpc.knowledge.graph.names.queryOptions({ baseIds: [baseId] }));
  const [draft, setDraft] = useState(() => ({
    ...{ subjectType: fact?.subjectType ?? "", subject: fact?.subjectName ?? "" },
    ...{ predicate: fact?.predicate ?? "", value: fact?.value ?? "" },
    ...{ objectType: fact?.objectType ?? "", object: fact?.objectName ?? "" },
    kind: fact !== null && fact.objectId !== null ? ("entity" as const) : ("value" as const),
  }));
  const doubleIds = (fact?.doubles ?? []).map(({ factId }) => factId);
  const options = {
    onSuccess: async () => {
      await queries.invalidateQueries(trpc.knowledge.pathFilter());
      onClose();
    },
  };
  const add = useMutation(trpc.knowledge.graph.addFact.mutationOptions(options));
  const update = useMutation(trpc.knowledge.graph.updateFact.mutationOptions(options));
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const needed = [draft.subjectType, draft.subject, draft.predicate];
  const object = draft.kind === "value" ? [draft.value] : [draft.objectType, draft.object];
  const isReady = [...needed, ...object].every((text) => text.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const said = {
      subject: { type: draft.subjectType, name: draft.subject },
      predicate: draft.predicate,
      object:
        draft.kind === "value"
          ? { value: draft.value }
          : { entity: { type: draft.objectType, name: draft.object } },
    };
    if (fact === null) add.mutate({ baseId, fact: said });
    else update.mutate({ factId: fact.id, doubleIds, fact: said });
  };
  const error = add.error ?? update.error;
  return (
    <Dialog
      isOpen
      title={fact === null ? t.addTitle : t.editTitle}
      description={t.lead}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form={formId}
            disabled={!isReady}
            isBusy={add.isPending || update.isPending}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Name label={t.subject} value={draft.subject} onChange={(subject) => set({ subject })} />
        <Name
          label={t.subjectType}
          hint={t.subjectTypeHint}
          list={lists.types}
          value={draft.subjectType}
          onChange={(subjectType) => set({ subjectType })}
        />
        <Name
          label={t.predicate}
          hint={t.predicateHint}
          list={lists.predicates}
          value={draft.predicate}
          onChange={(predicate) => set({ predicate })}
        />
        <Segmented<"value" | "entity">
          label={t.kind}
          value={draft.kind}
          options={[
            { value: "value", label: t.kinds.value },
            { value: "entity", label: t.kinds.entity },
          ]}
          onChange={(kind) => set({ kind })}
        />
        {draft.kind === "value" ? (
          <TextAreaField
            label={t.value}
            rows={1}
            maxLength={VALUE_CHARS_MAX}
            required
            value={draft.value}
            onChange={(event) => set({ value: event.target.value })}
          />
        ) : (
          <>
            <Name label={t.object} value={draft.object} onChange={(name) => set({ object: name })} />
            <Name
              label={t.objectType}
              list={lists.types}
              value={draft.objectType}
              onChange={(objectType) => set({ objectType })}
            />
          </>
        )}
        <datalist id={lists.types}>
          {names?.types.map((type) => (
            <option key={type} value={type} />
          ))}
        </datalist>
        <datalist id={lists.predicates}>
          {names?.predicates.map((predicate) => (
            <option key={predicate} value={predicate} />
          ))}
        </datalist>
        {doubleIds.length > 0 && <Notice tone="info">{t.alsoChanged(doubleIds.length)}</Notice>}
        {error && (
          <Notice tone="danger" isAlert>
            {toErrorText(error)}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

type NameProps = {
  readonly label: string;
  readonly hint?: string;
  readonly list?: string;
  readonly value: string;
  onChange(value: string): void;
};

function Name({ label, hint, list, value, onChange }: NameProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      list={list}
      maxLength={NAME_CHARS_MAX}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
