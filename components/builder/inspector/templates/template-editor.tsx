"use client";

import { Popover as Primitive } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Chip } from "#flows/kernel/find-chips.ts";
import { useKnownNames, useListNames } from "../variables/use-variables.ts";
import { VariableList } from "../variables/variable-list.tsx";
import { chipPlugin, chipSettings, withChipSettings } from "./chip-extension.ts";
import { templateMessages } from "./messages.ts";
import { completeInBraces } from "./name-completion.ts";
import { type EditorAttributes, useEditor } from "./use-editor.ts";

type TemplateEditorProps = {
  readonly value: string;
  readonly attributes: EditorAttributes;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  readonly isReadOnly?: boolean;
  onChange(value: string): void;
};

type OpenChip = { readonly chip: Chip; readonly element: HTMLElement };

/** A text in which `{{ }}` are chips: `{{` offers names, a click on a chip changes it, an unknown name is red. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { value, attributes, placeholder = "", isMultiline = true, isReadOnly = false, onChange } = props;
  const t = useTexts(templateMessages);
  const known = useKnownNames();
  const listNames = useListNames();
  const latestNames = useRef(listNames);
  latestNames.current = listNames;
  const host = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenChip | null>(null);
  const toSettings = () =>
    withChipSettings({
      known,
      texts: t.chip,
      onOpen: (chip, element) => !isReadOnly && setOpen({ chip, element }),
    });
  const view = useEditor(host, {
    value,
    attributes,
    placeholder,
    isMultiline,
    isReadOnly,
    look: isMultiline ? "is-rich" : "",
    extensions: [chipSettings.of(toSettings()), chipPlugin, completeInBraces(() => latestNames.current())],
    onChange,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: chips are drawn anew when other names are known or another language is read
  useEffect(() => {
    view.current?.dispatch({ effects: chipSettings.reconfigure(toSettings()) });
  }, [known, t, isReadOnly]);

  const replaceChip = ({ chip }: OpenChip, name: string | null) => {
    const insert = name === null ? "" : `{{ ${name} }}`;
    view.current?.dispatch({
      changes: { from: chip.from, to: chip.to, insert },
      selection: { anchor: chip.from + insert.length },
    });
    setOpen(null);
    view.current?.focus();
  };

  return (
    <>
      <div ref={host} className="min-w-0" />
      <Primitive.Root open={open !== null} onOpenChange={(isOpen) => !isOpen && setOpen(null)}>
        {open && (
          <>
            <Primitive.Anchor virtualRef={{ current: open.element }} />
            <Primitive.Portal>
              <Primitive.Content
                aria-label={t.editChip}
                align="start"
                sideOffset={4}
                collisionPadding={8}
                onEscapeKeyDown={(event) => event.stopPropagation()}
                className="pop z-50 max-h-[min(420px,var(--radix-popover-content-available-height))] w-72 overflow-hidden rounded-md border border-line bg-raised shadow-pop outline-none"
              >
                <VariableList
                  value={open.chip.source}
                  canBeBuiltIn
                  clearText={t.removeChip}
                  onPick={(name) => replaceChip(open, name)}
                />
              </Primitive.Content>
            </Primitive.Portal>
          </>
        )}
      </Primitive.Root>
    </>
  );
}
