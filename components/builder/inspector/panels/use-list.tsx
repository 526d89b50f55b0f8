"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { inspect } from "#flows/editing/inspect.ts";
import type { Use } from "#flows/editing/where-used.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { useBuilderStore } from "../../store/builder-context.ts";
import { toTextKey } from "../form/config-path.ts";
import { findNode } from "../form/node-index.ts";
import { panelMessages } from "./messages.ts";

type UseListProps = {
  readonly uses: readonly Use[];
  readonly isTitled?: boolean;
  /** A place was chosen and is shown. */
  onGo?(): void;
};

const SHOWN_MAX = 8;

/** Where a thing is used: node and field, one click away. */
export function UseList({ uses, isTitled = true, onGo }: UseListProps) {
  const t = useTexts(panelMessages).variables;
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? uses : uses.slice(0, SHOWN_MAX);
  const { bundle } = store.getState();

  const toWords = ({ flowId, nodeId, path }: Use): { readonly node: string; readonly field: string } => {
    const node = nodeId === null ? null : findNode(bundle, flowId, nodeId);
    if (node === null) return { node: t.setting, field: "" };
    const { label, definition } = inspect(node);
    const fields = definition?.messages[locale].fields ?? {};
    const keys = toTextKey(path).split(/(?=\[\]|\.)/);
    for (let count = keys.length; count > 0; count -= 1) {
      const key = keys.slice(0, count).join("");
      if (Object.hasOwn(fields, key)) return { node: label[locale], field: fields[key] ?? "" };
    }
    return { node: label[locale], field: "" };
  };

  return (
    <section aria-label={t.uses}>
      {isTitled && (
        <h3 className="mb-1.5 flex justify-between text-sm font-medium text-ink">
          {t.uses}
          <span className="font-normal text-ink-3">{t.usesCount(uses.length)}</span>
        </h3>
      )}
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line text-sm">
          {shown.map((use, index) => {
            const { node, field } = toWords(use);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: one field may use a thing twice
              <li key={`${use.flowId}/${use.nodeId}/${use.path}/${index}`}>
                <button
                  type="button"
                  onClick={() => {
                    store.getState().focus({ flowId: use.flowId, nodeId: use.nodeId, path: use.path });
                    onGo?.();
                  }}
                  className="flex w-full flex-col px-3 py-1.5 text-left hover:bg-hover"
                >
                  <span className="flex w-full items-baseline gap-2">
                    <span className="min-w-0 flex-1 truncate text-ink">
                      {use.flowId === MAIN_FLOW_ID ? node : `${nameFlow(bundle, use.flowId)} · ${node}`}
                    </span>
                    <span className="shrink-0 text-xs text-ink-3">{t.access[use.access]}</span>
                  </span>
                  {field && <span className="w-full truncate text-xs text-ink-3">{field}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {uses.length > shown.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="mt-1 px-1 text-xs text-ink-3 hover:text-ink"
        >
          {t.more(uses.length - shown.length)}
        </button>
      )}
    </section>
  );
}
