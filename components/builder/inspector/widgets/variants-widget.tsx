"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { getChild, toRecord } from "../form/config-path.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { NumberInput } from "../form/number-input.tsx";
import { useConfigEdit, useField } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { Row, Rows } from "../lists/row.tsx";
import { shareOut } from "../lists/share-out.ts";
import { keyOf, nextId, useList } from "../lists/use-list.ts";
import { inspectorMessages } from "../messages.ts";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";
import type { WidgetProps } from "./widget-props.ts";

/** Ways of a split with their shares, and whether those make 100 %. */
export function VariantsWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(inspectorMessages);
  const list = useList(path);
  const edit = useConfigEdit();
  const sum = list.items.reduce<number>((total, item) => total + Number(getChild(item, "percent") ?? 0), 0);
  const isWhole = Math.abs(sum - 100) <= 0.05;
  const even = () =>
    edit(
      path,
      list.items.map((item, i) => ({ ...toRecord(item), percent: shareOut(list.items.length)[i] ?? 0 })),
      "step",
    );
  return (
    <ListShell
      path={path}
      isRequired={isRequired}
      count={list.items.length}
      addLabel={t.addVariant}
      onAdd={() => list.add({ id: nextId(list.items, "variant"), percent: Math.max(0, 100 - sum) })}
      adornment={
        <span className="flex items-center gap-1 font-normal">
          <span className={joinClasses("text-xs", isWhole ? "text-ink-3" : "text-danger-text")}>
            {t.percentSum(String(Math.round(sum * 100) / 100))}
          </span>
          <Button look="ghost" size="sm" onClick={even}>
            {t.percentEven}
          </Button>
        </span>
      }
    >
      <Rows>
        {list.items.map((item, index) => (
          <Row key={keyOf(item, index)} list={list} index={index} name={t.variantNumber(index + 1)}>
            <VariantRow path={`${path}[${index}]`} index={index} />
          </Row>
        ))}
      </Rows>
    </ListShell>
  );
}

function VariantRow({ path, index }: { readonly path: string; readonly index: number }) {
  const t = useTexts(inspectorMessages);
  const label = useField(`${path}.label`);
  const percent = useField(`${path}.percent`);
  const share = typeof percent.value === "number" ? Math.min(100, Math.max(0, percent.value)) : 0;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextFieldEditor
            {...label}
            label={`${label.label} ${index + 1}`}
            isLabelHidden
            isMultiline={false}
            placeholder={t.variantNumber(index + 1)}
            value={toText(label.value)}
            onChange={(text) => label.set(toStored(text))}
          />
        </div>
        <div className="w-20 self-end">
          <FieldShell {...percent} label={`${percent.label} ${index + 1}`} isLabelHidden>
            {(attributes) => (
              <span className="relative block">
                <NumberInput
                  attributes={attributes}
                  value={percent.value}
                  isReadOnly={!percent.canEdit}
                  className={`${INPUT} pr-6 text-right`}
                  onChange={(value) => percent.set(value ?? 0)}
                />
                <span className="pointer-events-none absolute right-2 top-1.5 text-sm text-ink-3" aria-hidden>
                  %
                </span>
              </span>
            )}
          </FieldShell>
        </div>
      </div>
      <span className="block h-1 overflow-hidden rounded-full bg-sunken" aria-hidden>
        <span className="block h-full rounded-full bg-family-logic" style={{ width: `${share}%` }} />
      </span>
    </div>
  );
}
