"use client";

import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import type { Json, JsonObject } from "#flows/kernel/json.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { parseJson } from "../setup/parse-json.ts";

/** What the talk remembers, flow by flow; a click changes it. */
export function VariablesView() {
  const t = useTexts(previewMessages).variables;
  const session = usePreviewStore((state) => state.talk.session);
  const tags = usePreviewStore((state) => state.talk.tags);
  const bundle = useBuilder((state) => state.bundle);
  const frames = session?.stack ?? [{ flowId: MAIN_FLOW_ID, vars: {} }];
  return (
    <ScrollRegion label={t.name} className="min-h-0 flex-1">
      <p className="px-3 pt-3 text-sm text-ink-3">{t.lead}</p>
      {frames.map((frame, depth) => {
        const flow = frame.flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[frame.flowId];
        const defaults = Object.fromEntries((flow?.variables ?? []).map((v) => [v.name, v.default]));
        const vars: JsonObject = { ...defaults, ...(depth === 0 ? session?.vars : frame.vars) };
        const title = depth === 0 ? t.frames.main : nameFlow(bundle, frame.flowId);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frame is its depth
          <section key={depth} aria-label={title} className="p-3">
            {frames.length > 1 && <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>}
            {Object.keys(vars).length === 0 ? (
              <p className="text-sm text-ink-3">{t.none}</p>
            ) : (
              <table className="w-full table-fixed border-collapse text-sm">
                <thead className="sr-only">
                  <tr>
                    <th>{t.name}</th>
                    <th>{t.value}</th>
                  </tr>
                </thead>
                <tbody>
                  {Object.entries(vars).map(([name, value]) => (
                    <tr key={name} className="border-b border-line last:border-0">
                      <th
                        scope="row"
                        className="w-2/5 truncate py-1 pr-2 text-left align-top font-normal leading-6 text-ink-2"
                        title={name}
                      >
                        {name}
                      </th>
                      <td className="py-1">
                        <VariableValue name={name} value={value} depth={depth} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        );
      })}
      {tags.length > 0 && (
        <p className="px-3 pb-3 text-sm text-ink-2">
          <span className="text-ink-3">{t.tags}</span> {tags.join(" · ")}
        </p>
      )}
    </ScrollRegion>
  );
}

type VariableValueProps = { readonly name: string; readonly value: Json; readonly depth: number };

function VariableValue({ name, value, depth }: VariableValueProps) {
  const t = useTexts(previewMessages).variables;
  const { setVariables } = usePreview();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  if (draft === null) {
    return (
      <button
        type="button"
        aria-label={t.edit(name)}
        onClick={() => setDraft(typeof value === "string" ? value : JSON.stringify(value))}
        className="line-clamp-4 min-h-6 w-full rounded-xs px-1 text-left font-mono text-xs leading-6 text-ink [overflow-wrap:anywhere] hover:bg-hover"
      >
        {value === null || value === "" ? <span className="text-ink-3">{t.empty}</span> : shown}
      </button>
    );
  }
  const save = () => {
    // Words stay words where the variable holds some; everything else is read as JSON when it can be.
    const json = typeof value === "string" ? draft : (parseJson(draft)?.json ?? draft);
    setVariables(depth, { [name]: json });
    setDraft(null);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it stands where the reader has just clicked
      autoFocus
      aria-label={t.edit(name)}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter" && !event.nativeEvent.isComposing) save();
        if (event.key === "Escape") setDraft(null);
      }}
      className={`${INPUT_CLASSES} h-7 px-1.5 font-mono text-xs`}
    />
  );
}
