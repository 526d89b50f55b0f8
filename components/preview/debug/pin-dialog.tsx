"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Labelled } from "#components/ui/labelled.tsx";
import { Select } from "#components/ui/select.tsx";
import type { JsonObject } from "#flows/kernel/json.ts";
import { toNodeKey } from "../engine/preview-settings.ts";
import { previewMessages } from "../messages.ts";
import type { NodeFace, NodePlace } from "../node-names.ts";
import { usePreviewStore } from "../preview-store.ts";
import { JsonField } from "../setup/json-field.tsx";
import { parseJsonObject } from "../setup/parse-json.ts";

/** A port id never holds a space. */
const FAIL = "fails on purpose";

type PinDialogProps = { readonly place: NodePlace; readonly face: NodeFace; onClose(): void };

/** Lets a node leave one way, or fail, without doing its work. */
export function PinDialog({ place, face, onClose }: PinDialogProps) {
  const t = useTexts(previewMessages).pin;
  const pins = usePreviewStore((state) => state.settings.pins);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const ports = [...face.ports].map(([value, label]) => ({ value, label }));
  const [port, setPort] = useState(ports[0]?.value ?? FAIL);
  const [vars, setVars] = useState<JsonObject>({});
  const save = () => {
    const pin = port === FAIL ? ({ type: "fail" } as const) : ({ type: "port", port, set: vars } as const);
    setSettings({ pins: { ...pins, [toNodeKey(place.flowId, place.nodeId)]: pin } });
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={t.title(face.title)}
      description={t.lead}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={save}>
          {t.save}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Labelled label={t.port}>
          <Select
            label={t.port}
            value={port}
            options={[...ports, { value: FAIL, label: t.fail }]}
            onChange={setPort}
            className="w-full"
          />
        </Labelled>
        {port !== FAIL && (
          <JsonField
            label={t.vars}
            value={vars}
            problem={t.badJson}
            parse={parseJsonObject}
            onChange={(next) => setVars(next)}
          />
        )}
      </div>
    </Dialog>
  );
}
