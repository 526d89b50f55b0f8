"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Missing, Resolution } from "#flows/transfer/missing.ts";
import { importMessages } from "./messages.ts";

type MissingListProps = {
  readonly missing: readonly Missing[];
  /** FAQ sets that could take their place: those of the file, and those of the draft that is replaced. */
  readonly sets: Bundle["faqSets"];
  readonly resolutions: { readonly [id: string]: Resolution };
  onChange(resolutions: { readonly [id: string]: Resolution }): void;
};

const LEAVE = "#leave";
const CREATE = "#create";

export function MissingList({ missing, sets, resolutions, onChange }: MissingListProps) {
  const t = useTexts(importMessages);
  const options = [
    { value: CREATE, label: t.missing.create },
    ...Object.entries(sets).map(([id, { name }]) => ({ value: id, label: t.missing.use(name) })),
    { value: LEAVE, label: t.missing.leave },
  ];
  const choose = (id: string, value: string) => {
    const { [id]: _before, ...others } = resolutions;
    if (value === LEAVE) return onChange(others);
    const set = sets[value];
    const resolution: Resolution =
      value === CREATE || set === undefined ? { type: "create", name: id } : { type: "use", id: value, set };
    return onChange({ ...others, [id]: resolution });
  };
  return (
    <section aria-label={t.missing.title}>
      <h3 className="text-base font-semibold text-ink">{t.missing.title}</h3>
      <p className="mt-0.5 text-sm text-ink-2">{t.missing.lead}</p>
      <ul className="mt-2 divide-y divide-line rounded-md border border-line">
        {missing.map(({ type, id, uses }) => (
          <li key={`${type}:${id}`} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
            <span className="min-w-0 text-sm text-ink [overflow-wrap:anywhere]">
              {type === "faq-set" ? t.missing.faqSet(id, uses) : t.missing.flow(id, uses)}
            </span>
            {type === "faq-set" ? (
              <Select
                label={t.missing.pick(id)}
                size="sm"
                value={toValue(resolutions[id])}
                options={options}
                onChange={(value) => choose(id, value)}
              />
            ) : (
              <span className="text-xs text-ink-3">{t.missing.flowHint}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function toValue(resolution: Resolution | undefined): string {
  if (resolution === undefined) return LEAVE;
  return resolution.type === "create" ? CREATE : resolution.id;
}
