"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Lightbulb } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { type CaseDraft, toCaseDraft, toSent } from "./case-draft.ts";
import { CaseFields } from "./case-fields.tsx";
import { caseMessages } from "./messages.ts";

/** Writes a talk down as a case; what it says is masked before it gets here. */
export function KeepCaseButton({ conversationId }: { readonly conversationId: string }) {
  const t = useTexts(caseMessages).keep;
  const mayKeep = useMay("knowledge.case.create");
  const [isOpen, setOpen] = useState(false);
  if (!mayKeep) return null;
  return (
    <>
      <Tooltip text={t.hint} side="bottom">
        <Button size="sm" icon={Lightbulb} onClick={() => setOpen(true)}>
          {t.action}
        </Button>
      </Tooltip>
      {isOpen && <KeepCaseDialog conversationId={conversationId} onClose={() => setOpen(false)} />}
    </>
  );
}

type KeepCaseDialogProps = { readonly conversationId: string; onClose(): void };

function KeepCaseDialog({ conversationId, onClose }: KeepCaseDialogProps) {
  const t = useTexts(caseMessages).keep;
  const ui = useTexts(uiMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [typed, setTyped] = useState<CaseDraft | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: bases = [] } = useQuery(trpc.knowledge.bases.queryOptions());
  const talk = useQuery(trpc.knowledge.case.draft.queryOptions({ conversationId }));
  const draft = typed ?? (talk.data ? toCaseDraft(talk.data) : null);
  const base = bases.find(({ id }) => id === chosen) ?? (bases.length === 1 ? bases[0] : undefined);
  const keep = useMutation(
    trpc.knowledge.case.create.mutationOptions({
      onSuccess: async ({ caseId }) => {
        await queries.invalidateQueries(trpc.knowledge.pathFilter());
        onClose();
        if (base)
          showSuccess(t.done(base.name), {
            label: t.open,
            act: () => router.push(`/knowledge/${base.id}?tab=cases&case=${caseId}`),
          });
      },
    }),
  );
  const isReady = draft !== null && draft.question.trim() !== "" && base !== undefined;
  return (
    <Dialog
      isOpen
      width="lg"
      title={t.title}
      description={t.lead}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            look="primary"
            isBusy={keep.isPending}
            disabled={!isReady}
            onClick={() => isReady && keep.mutate({ baseId: base.id, ...toSent(draft), conversationId })}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {(talk.isError || keep.isError) && (
          <Notice tone="danger" isAlert>
            {toErrorText(keep.error ?? talk.error)}
          </Notice>
        )}
        <Field label={t.base}>
          {({ id }) => (
            <Combobox
              id={id}
              size="md"
              label={t.base}
              value={base?.id ?? null}
              options={bases.map(({ id: value, name }) => ({ value, label: name }))}
              placeholder={t.pickBase}
              searchHint={t.pickBase}
              emptyText={t.noBase}
              onChange={setChosen}
            />
          )}
        </Field>
        {draft === null ? (
          talk.isPending && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )
        ) : (
          <CaseFields draft={draft} onChange={(part) => setTyped({ ...draft, ...part })} />
        )}
      </div>
    </Dialog>
  );
}
