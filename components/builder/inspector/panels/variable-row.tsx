"use client";

import { ShieldCheck } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { variableMessages } from "../variables/messages.ts";
import { VariableTypeIcon } from "../variables/variable-list.tsx";
import { panelMessages } from "./messages.ts";

type VariableRowProps = { readonly variable: FlowVariable; readonly usesCount: number; onOpen(): void };

export function VariableRow({ variable, usesCount, onOpen }: VariableRowProps) {
  const t = useTexts(panelMessages).variables;
  const words = useTexts(variableMessages);
  const { name, type, scope, dataClass, description } = variable;
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-center gap-2.5 px-3 py-2 text-left hover:bg-hover"
      >
        <VariableTypeIcon type={type} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5">
            <span className="truncate font-mono text-[13px] text-ink">{name}</span>
            {dataClass !== "general" && (
              <ShieldCheck
                className="size-3.5 shrink-0 text-warn-text"
                aria-label={words.classes[dataClass]}
              />
            )}
          </span>
          <span className="block truncate text-xs text-ink-3">
            {[words.types[type], words.scopes[scope], ...(description ? [description] : [])].join(" · ")}
          </span>
        </span>
        {usesCount === 0 ? (
          <Badge tone="warn">{t.unused}</Badge>
        ) : (
          <span className="shrink-0 text-xs text-ink-3">{t.usesCount(usesCount)}</span>
        )}
      </button>
    </li>
  );
}
