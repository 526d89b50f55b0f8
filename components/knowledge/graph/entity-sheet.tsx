"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FileQuestion, Waypoints } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMay } from "#components/console/me.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { toTags } from "../entries/to-tags.ts";
import { FactCard } from "./fact-card.tsx";
import { graphMessages } from "./messages.ts";
import { type Fact, useDecisions } from "./use-decisions.ts";

type EntitySheetProps = {
  readonly baseId: string;
  readonly entityId: string;
  onEntity(entityId: string): void;
  onEdit(fact: Fact): void;
  onMap(): void;
  onClose(): void;
};

/** One thing: what is known of it, and where that stands. */
export function EntitySheet({ baseId, entityId, onEntity, onEdit, onMap, onClose }: EntitySheetProps) {
  const t = useTexts(graphMessages).sheet;
  const trpc = useTRPC();
  const mayDecide = useMay("knowledge.graph.decide");
  const decisions = useDecisions(baseId);
  const found = useQuery(trpc.knowledge.graph.entity.queryOptions({ entityId }, { retry: false }));
  const isGone = ["not_found", "invalid_request"].includes(found.error ? toFailure(found.error).code : "");
  return (
    <Sheet
      title={found.data?.entity.name ?? t.loading}
      status={found.data && <Badge>{found.data.entity.type}</Badge>}
      onClose={onClose}
    >
      {found.isPending ? (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      ) : isGone ? (
        <EmptyState icon={FileQuestion} title={t.notFoundTitle} body={t.notFoundBody} />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <div className="flex flex-col gap-4">
          <Settings key={found.data.entity.id} entity={found.data.entity} />
          <section aria-label={t.about}>
            <div className="mb-2 flex items-center justify-between gap-2">
              <h3 className="text-sm font-semibold text-ink">{t.about}</h3>
              <Button look="ghost" size="sm" icon={Waypoints} onClick={onMap}>
                {t.showOnMap}
              </Button>
            </div>
            {found.data.facts.length === 0 && <p className="text-ink-2">{t.none}</p>}
            <ul className="-mx-4 divide-y divide-line">
              {found.data.facts.map((fact) => (
                <li key={fact.id}>
                  <FactCard
                    fact={fact}
                    baseId={baseId}
                    review={
                      mayDecide
                        ? {
                            ...{ isSelected: null, isBusy: decisions.isBusy },
                            onSelect: () => {},
                            onDecide: (state) => void decisions.decide([fact.id], state),
                          }
                        : null
                    }
                    onEntity={onEntity}
                    onEdit={() => onEdit(fact)}
                  />
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Sheet>
  );
}

type Entity = Outputs["knowledge"]["graph"]["entity"]["entity"];

function Settings({ entity }: { readonly entity: Entity }) {
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
