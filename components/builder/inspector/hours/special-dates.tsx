"use client";

import { Plus } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { getChild, toList } from "../form/config-path.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigEdit, useConfigValue, useField } from "../form/use-field.ts";
import { FoldRow } from "../lists/fold-row.tsx";
import { ListShell } from "../lists/list-shell.tsx";
import { type ListHands, useList } from "../lists/use-list.ts";
import { useOpenItem } from "../lists/use-open-item.ts";
import { PlainTextWidget } from "../widgets/plain-text-widget.tsx";
import { SelectWidget } from "../widgets/select-widget.tsx";
import { IntervalRow } from "./interval-row.tsx";
import { hoursMessages } from "./messages.ts";
import { nextInterval, toInterval } from "./week.ts";

const TYPES = ["closed", "holiday", "hours"] as const;

/** Days on which other hours hold than in the week. */
export function SpecialDates({ path }: { readonly path: string }) {
  const t = useTexts(hoursMessages);
  const list = useList(path);
  const items = useOpenItem(path, list);
  const add = () => {
    list.add({ date: new Date().toISOString().slice(0, 10), type: "closed" });
    items.open(`#${list.items.length}`);
  };
  return (
    <ListShell path={path} count={list.items.length} addLabel={t.addDate} onAdd={add}>
      {list.items.length > 0 && (
        <ul data-rows className="flex flex-col gap-1.5">
          {list.items.map((_item, index) => (
            <DateRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a date has nothing but its place
              key={index}
              list={list}
              path={`${path}[${index}]`}
              index={index}
              isOpen={items.isOpen(`#${index}`)}
              onToggle={() => items.toggle(`#${index}`)}
            />
          ))}
        </ul>
      )}
    </ListShell>
  );
}

type DateRowProps = {
  readonly list: ListHands;
  readonly path: string;
  readonly index: number;
  readonly isOpen: boolean;
  onToggle(): void;
};

function DateRow({ list, path, index, isOpen, onToggle }: DateRowProps) {
  const t = useTexts(hoursMessages);
  const { texts } = useNodeScope();
  const value = useConfigValue(path);
  const [date, lastDate, type] = ["date", "lastDate", "type"].map((key) => getChild(value, key));
  const first = typeof date === "string" && date ? date : t.date(index + 1);
  const title = typeof lastDate === "string" && lastDate ? t.until(first, lastDate) : first;
  return (
    <FoldRow
      list={list}
      path={path}
      index={index}
      title={title}
      note={texts.values?.[String(type)]}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <div className="grid grid-cols-2 gap-3">
        <DateField path={`${path}.date`} isRequired />
        <DateField path={`${path}.lastDate`} />
      </div>
      <SelectWidget path={`${path}.type`} values={TYPES} />
      {type === "hours" && <DayHours path={`${path}.hours`} name={title} />}
      <PlainTextWidget path={`${path}.label`} />
    </FoldRow>
  );
}

function DateField({ path, isRequired = false }: { readonly path: string; readonly isRequired?: boolean }) {
  const field = useField(path);
  return (
    <FieldShell {...field} isRequired={isRequired}>
      {(attributes) => (
        <input
          {...attributes}
          type="date"
          className={INPUT}
          readOnly={!field.canEdit}
          value={typeof field.value === "string" ? field.value : ""}
          onChange={(event) =>
            field.set(event.target.value === "" && !isRequired ? undefined : event.target.value)
          }
        />
      )}
    </FieldShell>
  );
}

function DayHours({ path, name }: { readonly path: string; readonly name: string }) {
  const t = useTexts(hoursMessages);
  const field = useField(path);
  const edit = useConfigEdit();
  const hours = toList(field.value).flatMap((item) => toInterval(item) ?? []);
  return (
    <FieldShell {...field}>
      {() => (
        <span className="flex flex-col items-start gap-1">
          {hours.map((interval, index) => (
            <IntervalRow
              // biome-ignore lint/suspicious/noArrayIndexKey: an interval has nothing but its place
              key={index}
              interval={interval}
              name={name}
              canEdit={field.canEdit}
              onChange={(next) => field.set(hours.with(index, next))}
              onRemove={() => edit(path, hours.toSpliced(index, 1), "step")}
            />
          ))}
          {field.canEdit && (
            <Button
              look="ghost"
              size="sm"
              icon={Plus}
              onClick={() => edit(path, [...hours, nextInterval(hours)], "step")}
            >
              {t.addInterval}
            </Button>
          )}
        </span>
      )}
    </FieldShell>
  );
}
