"use client";

import { Plus, SquarePen, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { addFaqSet, type FaqSet, removeFaqSet, updateFaqSet } from "#flows/editing/edits/faq-sets.ts";
import { useBuilder, useBuilderStore } from "../../store/builder-context.ts";
import { FaqSetDialog } from "../faq/faq-set-dialog.tsx";
import { toFlowId } from "../form/to-flow-id.ts";
import { panelMessages } from "./messages.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useUses } from "./use-uses.ts";

/** The bot's Q&A sets: named, opened, made, and deleted with a word about what uses them. */
export function FaqSetsSection() {
  const t = useTexts(panelMessages).faqs;
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const sets = useBuilder((state) => state.bundle.faqSets);
  const [openId, setOpenId] = useState<string | null>(null);
  const add = () => {
    const id = toFlowId("", Object.keys(sets), "faq");
    store.getState().edit((bundle) => addFaqSet(bundle, { id, name: t.newName }), { label: "faq" });
    setOpenId(id);
  };
  return (
    <SettingsSection
      title={t.title}
      lead={t.lead}
      action={
        canEdit && (
          <Button size="sm" icon={Plus} onClick={add}>
            {t.add}
          </Button>
        )
      }
    >
      {Object.keys(sets).length === 0 ? (
        <p className="text-sm text-ink-3">{t.empty}</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {Object.entries(sets).map(([id, set]) => (
            <FaqSetRow key={id} id={id} set={set} canEdit={canEdit} onOpen={() => setOpenId(id)} />
          ))}
        </ul>
      )}
      <FaqSetDialog setId={openId} onClose={() => setOpenId(null)} />
    </SettingsSection>
  );
}

type FaqSetRowProps = {
  readonly id: string;
  readonly set: FaqSet;
  readonly canEdit: boolean;
  onOpen(): void;
};

function FaqSetRow({ id, set, canEdit, onOpen }: FaqSetRowProps) {
  const t = useTexts(panelMessages).faqs;
  const store = useBuilderStore();
  const uses = useUses({ type: "faq-set", faqSet: id });
  const [isRemoving, setRemoving] = useState(false);
  return (
    <li className="flex items-center gap-1 py-1 pl-1.5 pr-1">
      <div className="min-w-0 flex-1">
        <input
          aria-label={t.name(set.name)}
          value={set.name}
          maxLength={200}
          readOnly={!canEdit}
          onChange={(event) =>
            store
              .getState()
              .edit(
                (bundle) => updateFaqSet(bundle, id, (before) => ({ ...before, name: event.target.value })),
                { label: "faq", coalesce: `faq/${id}/name` },
              )
          }
          className="h-6 w-full truncate rounded-xs border border-transparent bg-transparent px-1.5 text-sm text-ink hover:border-line-strong focus-visible:border-accent focus-visible:outline-none"
        />
        <p className="px-1.5 text-xs text-ink-3">
          {t.entries(set.entries.length)} · {t.uses(uses.length)}
        </p>
      </div>
      <IconButton icon={SquarePen} label={t.edit(set.name)} className="size-7 text-ink-3" onClick={onOpen} />
      {canEdit && (
        <IconButton
          icon={Trash2}
          label={t.remove(set.name)}
          className="size-7 text-ink-3"
          onClick={() => setRemoving(true)}
        />
      )}
      <RemoveDialog
        isOpen={isRemoving}
        title={t.removeTitle(set.name)}
        lead={t.removeBody(set.entries.length)}
        uses={uses}
        action={t.removeAction}
        onRemove={() => store.getState().edit((bundle) => removeFaqSet(bundle, id), { label: "faq" })}
        onClose={() => setRemoving(false)}
      />
    </li>
  );
}
