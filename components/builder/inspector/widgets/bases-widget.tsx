"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { toList } from "../form/config-path.ts";
import { useField } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { understandingMessages } from "../understanding/messages.ts";
import type { WidgetProps } from "./widget-props.ts";

/** The workspace's knowledge bases that are asked, each with the release that is live. */
export function BasesWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(understandingMessages).bases;
  const field = useField(path);
  const trpc = useTRPC();
  const { data: bases = [], isPending } = useQuery(trpc.knowledge.bases.queryOptions());
  const chosen = toList(field.value).filter((id) => typeof id === "string");
  const byId = new Map(bases.map((base) => [base.id, base]));
  const toNote = (id: string): string => {
    const base = byId.get(id);
    if (base === undefined) return isPending ? "" : t.gone;
    const notes = [
      base.release === null ? "" : t.release(base.release.number, base.release.entries),
      base.documents === 0 ? "" : t.documents(base.documents),
    ];
    return notes.filter(Boolean).join(" · ") || t.unreleased;
  };
  return (
    <ListShell path={path} isRequired={isRequired} count={chosen.length}>
      <ul className="flex flex-col gap-1.5">
        {chosen.map((id) => (
          <li
            key={id}
            className="flex min-h-8 items-center gap-2 rounded-sm border border-line bg-surface pr-1 pl-2.5 text-sm"
          >
            <span className="min-w-0 flex-1 truncate text-ink">{byId.get(id)?.name ?? t.base}</span>
            <span className="shrink-0 text-xs text-ink-3">{toNote(id)}</span>
            {field.canEdit && (
              <IconButton
                icon={X}
                label={t.remove(byId.get(id)?.name ?? t.base)}
                onClick={() => field.set(chosen.filter((other) => other !== id))}
              />
            )}
          </li>
        ))}
      </ul>
      {field.canEdit && (
        <Combobox
          label={t.pick}
          value={null}
          options={bases
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, name }) => ({ value: id, label: name, note: toNote(id) }))}
          placeholder={t.pick}
          searchHint={t.search}
          emptyText={t.none}
          onChange={(id) => id !== null && field.set([...chosen, id])}
        />
      )}
    </ListShell>
  );
}
