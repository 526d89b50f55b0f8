"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { previewMessages } from "../messages.ts";
import type { NodePlace } from "../node-names.ts";
import { useNodeFaces } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";

const toPlace = (key: string): NodePlace => {
  const [flowId = "", nodeId = ""] = key.split("/");
  return { flowId, nodeId };
};

/** Where the talk stops, and which results are not its own. */
export function DebugView() {
  const t = useTexts(previewMessages).debug;
  const { breakpoints, pins } = usePreviewStore((state) => state.settings);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const faceOf = useNodeFaces();
  return (
    <ScrollRegion label={t.breakpoints} className="flex min-h-0 flex-1 flex-col gap-5 p-3">
      <DebugGroup title={t.breakpoints} empty={t.noBreakpoints} keys={Object.keys(breakpoints)}>
        {Object.entries(breakpoints).map(([key, condition]) => (
          <DebugRow
            key={key}
            place={toPlace(key)}
            onRemove={() => {
              const { [key]: _, ...others } = breakpoints;
              setSettings({ breakpoints: others });
            }}
          >
            <input
              aria-label={t.conditionFor(faceOf(toPlace(key))?.title ?? key)}
              placeholder={t.condition}
              value={condition}
              onKeyDown={(event) => event.stopPropagation()}
              onChange={(event) =>
                setSettings({ breakpoints: { ...breakpoints, [key]: event.target.value } })
              }
              className={`${INPUT_CLASSES} h-7 px-2 font-mono text-xs`}
            />
          </DebugRow>
        ))}
      </DebugGroup>
      <DebugGroup title={t.pins} empty={t.noPins} keys={Object.keys(pins)}>
        {Object.entries(pins).map(([key, pin]) => (
          <DebugRow
            key={key}
            place={toPlace(key)}
            onRemove={() => {
              const { [key]: _, ...others } = pins;
              setSettings({ pins: others });
            }}
          >
            <span className="text-sm text-ink-2">
              {pin.type === "fail" ? t.fails : t.port(faceOf(toPlace(key))?.ports.get(pin.port) ?? pin.port)}
            </span>
          </DebugRow>
        ))}
      </DebugGroup>
    </ScrollRegion>
  );
}

type DebugGroupProps = {
  readonly title: string;
  readonly empty: string;
  readonly keys: readonly string[];
  readonly children: ReactNode;
};

function DebugGroup({ title, empty, keys, children }: DebugGroupProps) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-sm font-semibold text-ink">{title}</h3>
      {keys.length === 0 ? (
        <p className="text-sm text-ink-3">{empty}</p>
      ) : (
        <ul className="flex flex-col gap-2">{children}</ul>
      )}
    </section>
  );
}

type DebugRowProps = { readonly place: NodePlace; readonly children: ReactNode; onRemove(): void };

function DebugRow({ place, children, onRemove }: DebugRowProps) {
  const texts = useTexts(previewMessages);
  const builder = useBuilderStore();
  const face = useNodeFaces()(place);
  const title = face?.title ?? texts.nodeGone;
  return (
    <li className="rounded-md border border-line p-2">
      <div className="flex items-center justify-between gap-2 pb-1">
        <button
          type="button"
          disabled={face === null}
          onClick={() => builder.getState().focus(place)}
          className="min-w-0 truncate text-left text-sm text-ink enabled:hover:text-accent-text"
        >
          {title}
        </button>
        <IconButton icon={X} label={texts.debug.remove(title)} onClick={onRemove} className="size-6" />
      </div>
      {children}
    </li>
  );
}
