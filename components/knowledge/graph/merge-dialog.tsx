"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { EntityFinder } from "./entity-finder.tsx";
import { findDifferences } from "./find-differences.ts";
import { graphMessages } from "./messages.ts";
import { useMerge } from "./use-merge.ts";

export type Entity = Outputs["knowledge"]["graph"]["entity"]["entity"];

type MergeDialogProps = {
  readonly baseId: string;
  readonly entity: Entity;
  /** The thing that stands for both from now on. */
  onMerged(entityId: string): void;
  onClose(): void;
};

/** Says that this thing is the same as another: which one, which name stays, and what they say differently. */
export function MergeDialog({ baseId, entity, onMerged, onClose }: MergeDialogProps) {
  const t = useTexts(graphMessages).merge;
  const ui = useTexts(uiMessages);
  const [other, setOther] = useState<Entity | null>(null);
  const [stays, setStays] = useState<"this" | "other">("this");
  const { isBusy, merge } = useMerge();
  const send = () => {
    if (other === null) return;
    const [from, into] = stays === "this" ? [other, entity] : [entity, other];
    merge(from, into, (entityId) => {
      onClose();
      onMerged(entityId);
    });
  };
  return (
    <Dialog
      isOpen
      title={t.title(entity.name)}
      description={t.lead}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" disabled={other === null} isBusy={isBusy} onClick={send}>
            {t.merge}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <EntityFinder baseId={baseId} exceptId={entity.id} picked={other} onPick={setOther} />
        {other !== null && (
          <>
            <div className="flex flex-col gap-1.5">
              <p className="text-sm font-medium text-ink">{t.stays}</p>
              <Segmented<"this" | "other">
                label={t.stays}
                value={stays}
                className="max-w-full self-start overflow-x-auto"
                options={[
                  { value: "this", label: entity.name },
                  { value: "other", label: other.name },
                ]}
                onChange={setStays}
              />
            </div>
            <Differences entity={entity} other={other} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Differences({ entity, other }: { readonly entity: Entity; readonly other: Entity }) {
  const t = useTexts(graphMessages).merge;
  const trpc = useTRPC();
  const ours = useQuery(trpc.knowledge.graph.entity.queryOptions({ entityId: entity.id }));
  const theirs = useQuery(trpc.knowledge.graph.entity.queryOptions({ entityId: other.id }));
  if (!ours.data || !theirs.data) return null;
  const differences = findDifferences(
    { entityId: entity.id, facts: ours.data.facts },
    { entityId: other.id, facts: theirs.data.facts },
  );
  if (differences.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{t.differ}</p>
      <ul className="mt-1 list-disc pl-5">
        {differences.map(({ predicate, ours: own, theirs: others }) => (
          <li key={predicate}>{t.difference(predicate, own.join(", "), others.join(", "))}</li>
        ))}
      </ul>
    </Notice>
  );
}
