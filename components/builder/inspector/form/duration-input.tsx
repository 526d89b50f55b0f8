"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import type { Json } from "#flows/kernel/json.ts";
import { inspectorMessages } from "../messages.ts";
import { INPUT } from "./control-classes.ts";
import { listUnits, toMs, toUnit, UNIT_MS, type Unit } from "./duration-units.ts";
import type { ControlAttributes } from "./field-shell.tsx";
import { NumberInput } from "./number-input.tsx";

type DurationInputProps = {
  readonly attributes: Partial<ControlAttributes> & { readonly "aria-label"?: string };
  readonly value: Json | undefined;
  readonly maxMs: number | null;
  readonly placeholder: string;
  readonly isReadOnly: boolean;
  onChange(value: number | string | undefined): void;
};

/** Milliseconds as people say them: an amount and a unit. */
export function DurationInput({
  attributes,
  value,
  maxMs,
  placeholder,
  isReadOnly,
  onChange,
}: DurationInputProps) {
  const t = useTexts(inspectorMessages);
  const [picked, setPicked] = useState<Unit | null>(null);
  const units = listUnits(maxMs);
  const own = typeof value === "number" ? toUnit(value) : null;
  const start: Unit =
    own !== null && units.includes(own) ? own : maxMs !== null && maxMs <= UNIT_MS.min ? "s" : "min";
  const unit = picked ?? start;
  return (
    <div className="flex gap-2">
      <NumberInput
        attributes={attributes}
        value={typeof value === "number" ? trim(value / UNIT_MS[unit]) : value}
        placeholder={placeholder}
        isReadOnly={isReadOnly}
        className={`${INPUT} flex-1`}
        onChange={(amount) => {
          // The unit stays while somebody types: 60 s must not turn into 1 min under the cursor.
          setPicked(unit);
          onChange(typeof amount === "number" ? toMs(amount, unit) : amount);
        }}
      />
      <Select
        label={t.unit}
        size="sm"
        value={unit}
        isDisabled={isReadOnly}
        className="w-28 shrink-0"
        options={units.map((name) => ({ value: name, label: t.units[name] }))}
        onChange={(next) => {
          setPicked(next);
          if (typeof value === "number") onChange(toMs(trim(value / UNIT_MS[unit]), next));
        }}
      />
    </div>
  );
}

const trim = (amount: number): number => Number(amount.toFixed(6));
