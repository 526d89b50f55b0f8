"use client";

import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Select } from "#components/ui/select.tsx";
import { graphMessages } from "./messages.ts";

/** A select cannot hold null; a type may be called like the choice of all, so types stand behind a sign. */
const ANY = "any";

type TypeSelectProps = {
  readonly baseId: string;
  readonly value: string | null;
  onChange(type: string | null): void;
};

export function TypeSelect({ baseId, value, onChange }: TypeSelectProps) {
  const t = useTexts(graphMessages);
  const trpc = useTRPC();
  const { data } = useQuery(trpc.knowledge.graph.names.queryOptions({ baseIds: [baseId] }));
  return (
    <Select<string>
      size="sm"
      label={t.type}
      value={value === null ? ANY : `=${value}`}
      options={[
        { value: ANY, label: t.anyType },
        ...(data?.types ?? []).map((type) => ({ value: `=${type}`, label: type })),
      ]}
      onChange={(next) => onChange(next === ANY ? null : next.slice(1))}
    />
  );
}
