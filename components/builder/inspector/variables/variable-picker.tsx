"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Popover } from "#components/ui/popover.tsx";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import { variableMessages } from "./messages.ts";
import { useVariablePlace } from "./use-variables.ts";
import { VariableList, VariableTypeIcon } from "./variable-list.tsx";

type VariablePickerProps = {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string | null;
  readonly canBeBuiltIn?: boolean;
  readonly canClear?: boolean;
  readonly newType?: FlowVariable["type"];
  readonly isInvalid?: boolean;
  readonly isDisabled?: boolean;
  readonly describedBy?: string | undefined;
  onChange(name: string | null): void;
};

/** Shows a variable by name and type, red when it does not exist (any more). */
export function VariablePicker(props: VariablePickerProps) {
  const { id, label, value, canBeBuiltIn = false, canClear = false, newType, isInvalid, isDisabled } = props;
  const t = useTexts(variableMessages);
  const { flowId } = useVariablePlace();
  const [isOpen, setOpen] = useState(false);
  const variable = useBuilder((state) =>
    findFlow(state.bundle, flowId)?.variables.find(({ name }) => name === value),
  );
  const isBuiltIn = value !== null && Object.hasOwn(t.builtIn, value);
  const isMissing = value !== null && value !== "" && !variable && !(canBeBuiltIn && isBuiltIn);
  const shown = value ? (isMissing ? t.missing(value) : value) : t.pick;
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-[max(var(--radix-popover-trigger-width),280px)]"
      trigger={
        <button
          type="button"
          id={id}
          aria-label={`${label} ${shown}`}
          aria-haspopup="dialog"
          aria-invalid={isInvalid || isMissing || undefined}
          aria-describedby={props.describedBy}
          disabled={isDisabled}
          className={joinClasses(
            "inline-flex h-8 w-full min-w-0 items-center gap-1.5 rounded-sm border border-line-strong bg-surface px-2.5 text-left text-sm transition-colors duration-[var(--fast)] hover:bg-hover disabled:bg-sunken disabled:opacity-70 aria-invalid:border-danger",
            isMissing ? "text-danger-text" : value ? "text-ink" : "text-ink-3",
          )}
        >
          {variable && <VariableTypeIcon type={variable.type} />}
          <span
            className={joinClasses("min-w-0 flex-1 truncate", Boolean(value) && "font-mono text-[12.5px]")}
          >
            {shown}
          </span>
          <ChevronDown className="size-4 shrink-0 text-ink-3" aria-hidden />
        </button>
      }
    >
      <VariableList
        value={value}
        canBeBuiltIn={canBeBuiltIn}
        {...(canClear ? { clearText: t.clear } : {})}
        {...(newType ? { newType } : {})}
        onPick={(name) => {
          onChangeLater(props, name);
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function onChangeLater({ value, onChange }: VariablePickerProps, name: string | null): void {
  if (name !== value) onChange(name);
}
