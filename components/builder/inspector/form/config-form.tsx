"use client";

import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Collapsible } from "#components/ui/collapsible.tsx";
import type { FormField } from "#flows/kernel/define-node.ts";
import { inspectorMessages } from "../messages.ts";
import { widgets } from "../widgets/widgets.ts";
import { getAt, isWithin } from "./config-path.ts";
import { findNode } from "./node-index.ts";
import { useNodeScope } from "./node-scope.ts";
import { schemaAt } from "./schema-at.ts";

/** The kind's form as its definition draws it; what few people need is folded away. */
export function ConfigForm() {
  const t = useTexts(inspectorMessages);
  const { definition, nodeId } = useNodeScope();
  const basic = definition.form.filter(({ advanced }) => advanced !== true);
  const advanced = definition.form.filter((field) => field.advanced === true);
  const setCount = useSetCount(advanced);
  const [isOpen, setOpen] = useState(false);
  const request = useBuilder((state) => state.focusRequest);
  const [seenNonce, setSeenNonce] = useState<number | null>(null);
  if (request !== null && request.nonce !== seenNonce) {
    setSeenNonce(request.nonce);
    const wanted = request.nodeId === nodeId ? request.path : null;
    if (wanted !== null && advanced.some(({ path }) => isWithin(wanted, path))) setOpen(true);
  }
  return (
    <>
      {basic.map((field) => (
        <FormRow key={field.path} field={field} />
      ))}
      {advanced.length > 0 && (
        <Collapsible
          title={t.advanced}
          note={setCount > 0 ? t.advancedCount(setCount) : undefined}
          isOpen={isOpen}
          onOpenChange={setOpen}
        >
          <div className="flex flex-col gap-5">
            {advanced.map((field) => (
              <FormRow key={field.path} field={field} />
            ))}
          </div>
        </Collapsible>
      )}
    </>
  );
}

function FormRow({ field }: { readonly field: FormField }) {
  const isShown = useIsShown(field);
  if (!isShown) return null;
  const Widget = widgets[field.widget];
  return (
    <Widget
      path={field.path}
      isRequired={field.required ?? false}
      {...(field.values ? { values: field.values } : {})}
    />
  );
}

/** A field that depends on another is shown while that one has such a value, stored or by default. */
function useIsShown({ when }: FormField): boolean {
  const { flowId, nodeId, definition } = useNodeScope();
  return useBuilder((state) => {
    if (when === undefined) return true;
    const config = findNode(state.bundle, flowId, nodeId)?.config;
    const value = getAt(config, when.path) ?? schemaAt(definition.config, when.path, config)?.fallback;
    return when.is.some((wanted) => wanted === value);
  });
}

function useSetCount(fields: readonly FormField[]): number {
  const { flowId, nodeId } = useNodeScope();
  return useBuilder((state) => {
    const config = findNode(state.bundle, flowId, nodeId)?.config;
    return fields.filter(({ path }) => getAt(config, path) !== undefined).length;
  });
}
