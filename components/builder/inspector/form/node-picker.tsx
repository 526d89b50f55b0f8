"use client";

import { Crosshair } from "lucide-react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { inspect } from "#flows/editing/inspect.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowNode } from "#flows/kernel/flow.ts";
import { inspectorMessages } from "../messages.ts";
import type { ControlAttributes } from "./field-shell.tsx";

type NodePickerProps = {
  readonly attributes: ControlAttributes;
  readonly label: string;
  readonly flowId: string;
  readonly exceptId?: string;
  readonly value: string | null;
  readonly canClear: boolean;
  readonly isDisabled: boolean;
  onChange(nodeId: string | null): void;
};

const NO_NODES: readonly FlowNode[] = [];

/** One node of a flow, by its name; the eye goes there with one click. */
export function NodePicker(props: NodePickerProps) {
  const { attributes, label, flowId, exceptId, value, canClear, isDisabled, onChange } = props;
  const t = useTexts(inspectorMessages).node;
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const nodes = useBuilder((state) => findFlow(state.bundle, flowId)?.nodes ?? NO_NODES);
  const options = nodes
    .filter(({ id }) => id !== exceptId)
    .map((node) => {
      const { definition, label: name } = inspect(node);
      return {
        value: node.id,
        label: name[locale],
        note: definition?.messages[locale].title ?? node.kind,
        icon: (
          <span style={{ color: `var(--family-${definition?.family ?? "entry"})` }} className="shrink-0">
            <NodeIcon name={definition?.icon ?? ""} className="size-3.5" />
          </span>
        ),
      };
    });
  return (
    <div className="flex gap-1">
      <Combobox
        id={attributes.id}
        label={label}
        value={value}
        options={options}
        placeholder={t.pick}
        searchHint={t.search}
        emptyText={t.none}
        unknownText={t.missing}
        describedBy={attributes["aria-describedby"]}
        isInvalid={attributes["aria-invalid"] ?? false}
        isDisabled={isDisabled}
        {...(canClear ? { clearText: t.clear } : {})}
        onChange={onChange}
      />
      {value !== null && nodes.some(({ id }) => id === value) && (
        <IconButton
          icon={Crosshair}
          label={t.goto}
          onClick={() => store.getState().focus({ flowId, nodeId: value })}
        />
      )}
    </div>
  );
}
