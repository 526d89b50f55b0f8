"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { formMessages } from "./form-messages.ts";

/** A select cannot hold null. */
const NONE = "none";
const REVIEWS = ["30", "90", "180", "365"] as const;

type ReviewFieldProps = {
  /** Null: it need not be looked at again. */
  readonly days: number | null;
  readonly isReadOnly: boolean;
  onChange(days: number | null): void;
};

/** How often somebody should look at it again. */
export function ReviewField({ days, isReadOnly, onChange }: ReviewFieldProps) {
  const t = useTexts(formMessages);
  const own = days === null ? NONE : String(days);
  const isUsual = own === NONE || REVIEWS.some((usual) => usual === own);
  return (
    <Field label={t.review}>
      {({ id }) => (
        <Select
          id={id}
          label={t.review}
          isDisabled={isReadOnly}
          value={own}
          options={[
            { value: NONE, label: t.reviews.none },
            ...REVIEWS.map((value) => ({ value: String(value), label: t.reviews[value] })),
            ...(isUsual ? [] : [{ value: own, label: t.reviewDays(Number(own)) }]),
          ]}
          onChange={(next) => onChange(next === NONE ? null : Number(next))}
        />
      )}
    </Field>
  );
}
