"use client";

import { useQuery } from "@tanstack/react-query";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { formMessages } from "./form-messages.ts";

type OwnerFieldProps = {
  readonly ownerId: string | null;
  readonly isReadOnly: boolean;
  onChange(ownerId: string | null): void;
};

/** Who answers for it, of those who work on knowledge. */
export function OwnerField({ ownerId, isReadOnly, onChange }: OwnerFieldProps) {
  const t = useTexts(formMessages);
  const trpc = useTRPC();
  const mayList = useMay("comment.people");
  const people = useQuery(trpc.comment.people.queryOptions(undefined, { enabled: mayList }));
  if (!mayList) return null;
  return (
    <Field label={t.owner}>
      {({ id }) => (
        <Combobox
          id={id}
          size="md"
          label={t.owner}
          value={ownerId}
          options={(people.data ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
          placeholder={t.noOwner}
          searchHint={t.findPerson}
          emptyText={t.nobody}
          clearText={t.noOwner}
          unknownText={people.data ? t.unknownPerson : "…"}
          isDisabled={isReadOnly}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
