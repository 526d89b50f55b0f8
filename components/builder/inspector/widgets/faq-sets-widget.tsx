"use client";

import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { addFaqSet } from "#flows/editing/edits/faq-sets.ts";
import { ExamineFaq } from "../faq/examine-faq.tsx";
import { FaqSetDialog } from "../faq/faq-set-dialog.tsx";
import { FaqSetRow } from "../faq/faq-set-row.tsx";
import { TryFaq } from "../faq/try-faq.tsx";
import { toList } from "../form/config-path.ts";
import { toFlowId } from "../form/to-flow-id.ts";
import { useConfigEdit, useConfigValue, useField } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { understandingMessages } from "../understanding/messages.ts";
import type { WidgetProps } from "./widget-props.ts";

/** The field of the same node that says from where on an answer is sure. */
const SURE_FROM = "sureFrom";

/** The sets that are asked, each edited right here. */
export function FaqSetsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(understandingMessages).sets;
  const field = useField(path);
  const store = useBuilderStore();
  const edit = useConfigEdit();
  const sureFrom = useConfigValue(SURE_FROM);
  const sets = useBuilder((state) => state.bundle.faqSets);
  const chosen = toList(field.value).filter((id) => typeof id === "string");
  const [openId, setOpenId] = useState<string | null>(null);
  const [large, setLarge] = useState<{ readonly setId: string; readonly entryId: string | null } | null>(
    null,
  );
  const free = Object.entries(sets).filter(([id]) => !chosen.includes(id));

  const create = (typed: string): boolean => {
    const id = toFlowId(typed, Object.keys(store.getState().bundle.faqSets), "faq");
    store.getState().edit((bundle) => addFaqSet(bundle, { id, name: typed || t.newName }), { label: "faq" });
    field.set([...chosen, id]);
    setOpenId(id);
    return true;
  };
  return (
    <ListShell path={path} isRequired={isRequired} count={chosen.length}>
      {chosen.length > 0 && (
        <>
          <TryFaq setIds={chosen} />
          <ExamineFaq
            setIds={chosen}
            onOpen={(setId, entryId) => setLarge({ setId, entryId })}
            threshold={{
              thresholdOf: () => (typeof sureFrom === "number" ? sureFrom : null),
              ...(field.canEdit && {
                onTake: (threshold: number | null) => edit(SURE_FROM, threshold ?? undefined, "step"),
              }),
            }}
          />
        </>
      )}
      <ul className="flex flex-col gap-1.5">
        {chosen.map((id) => (
          <FaqSetRow
            key={id}
            setId={id}
            isOpen={id === openId}
            canEdit={field.canEdit}
            onToggle={() => setOpenId(id === openId ? null : id)}
            onEnlarge={() => setLarge({ setId: id, entryId: null })}
            onRemove={() => field.set(chosen.filter((other) => other !== id))}
          />
        ))}
      </ul>
      {field.canEdit && (
        <Combobox
          label={t.pick}
          value={null}
          options={free.map(([id, set]) => ({
            value: id,
            label: set.name,
            note: t.entries(set.entries.length),
          }))}
          placeholder={t.pick}
          searchHint={t.search}
          emptyText={t.none}
          create={{ text: t.create, onCreate: create }}
          onChange={(id) => id !== null && field.set([...chosen, id])}
        />
      )}
      <FaqSetDialog
        setId={large?.setId ?? null}
        entryId={large?.entryId ?? null}
        onClose={() => setLarge(null)}
      />
    </ListShell>
  );
}
