"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { inspect } from "#flows/editing/inspect.ts";
import { findFlow } from "#flows/editing/locate.ts";
import { toPortLabel } from "#flows/kernel/inspect-flow.ts";
import { ERROR_PORT, START_KIND } from "#flows/kernel/registry.ts";
import { useBuilder } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import { NodePicker } from "./node-picker.tsx";

/** Draws a wire without a pointer: which port, and to which node, both by name. */
export function ConnectDialog({ nodeId }: { readonly nodeId: string }) {
  const texts = useTexts(canvasMessages);
  const t = texts.connect;
  const locale = usePreferences((state) => state.locale);
  const close = useCanvasUi((state) => state.close);
  const flow = useBuilder((state) => findFlow(state.bundle, state.flowId));
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  const inspected = node === undefined ? null : inspect(node);
  const labelOf = (id: string): string => {
    const other = flow?.nodes.find((candidate) => candidate.id === id);
    return other === undefined ? id : inspect(other).label[locale];
  };
  const ports = (inspected?.ports ?? []).map(({ id }) => {
    const wire = flow?.edges.find((edge) => edge.from === nodeId && edge.port === id);
    const label = inspected === null ? id : toPortLabel(inspected, id)[locale];
    return {
      value: id,
      label: id === ERROR_PORT && label === id ? texts.errorPort : label,
      hint: wire === undefined ? t.free : t.wired(labelOf(wire.to)),
      isFree: wire === undefined,
    };
  });
  const [port, setPort] = useState(() => (ports.find(({ isFree }) => isFree) ?? ports[0])?.value ?? "");
  const targets = flow?.nodes.filter(({ id, kind }) => id !== nodeId && kind !== START_KIND) ?? [];
  return (
    <Dialog
      isOpen
      title={t.title(labelOf(nodeId))}
      onClose={close}
      footer={<Button onClick={close}>{t.cancel}</Button>}
    >
      {ports.length === 0 ? (
        <p className="text-sm text-ink-2">{t.noPorts}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <div className="flex flex-col gap-1 text-sm text-ink-2">
            {t.port}
            <Select label={t.port} value={port} options={ports} onChange={setPort} />
          </div>
          <div className="flex flex-col gap-1 text-sm text-ink-2">
            {t.to}
            <NodePicker
              label={t.to}
              nodes={targets}
              onPick={(to) => {
                close();
                getHands()?.nodes.connect(nodeId, port, to);
              }}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}
