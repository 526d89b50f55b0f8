"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Labelled } from "#components/ui/labelled.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { commentMessages } from "./messages.ts";

const DRAFT = "draft";
const DAYS = ["1", "7", "30", "90"] as const;
const PASSWORD_MIN_CHARS = 4;

export function LinkForm({ onMade }: { onMade(url: string): void }) {
  const t = useTexts(commentMessages).link;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const botId = useBuilder((state) => state.botId);
  const versions = useQuery(trpc.version.list.queryOptions({ botId }));
  const [name, setName] = useState("");
  const [scope, setScope] = useState(DRAFT);
  const [days, setDays] = useState<(typeof DAYS)[number]>("7");
  const [password, setPassword] = useState("");
  const isShort = password !== "" && password.length < PASSWORD_MIN_CHARS;
  const create = useMutation(
    trpc.tester.create.mutationOptions({
      onSuccess: async ({ url }) => {
        await queries.invalidateQueries({ queryKey: trpc.tester.pathKey() });
        onMade(url);
      },
    }),
  );
  const scopes = [
    { value: DRAFT, label: t.draft },
    ...(versions.data?.versions ?? []).map(({ id, number }) => ({ value: id, label: t.version(number) })),
  ];
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "" || isShort) return;
        create.mutate({
          botId,
          name: name.trim(),
          versionId: scope === DRAFT ? null : scope,
          days: Number(days),
          password: password === "" ? null : password,
        });
      }}
    >
      <TextField
        label={t.name}
        placeholder={t.nameHint}
        value={name}
        maxLength={80}
        required
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid grid-cols-2 gap-4">
        <Labelled label={t.scope}>
          <Select label={t.scope} value={scope} options={scopes} onChange={setScope} className="w-full" />
        </Labelled>
        <Labelled label={t.days}>
          <Select
            label={t.days}
            value={days}
            options={DAYS.map((value) => ({ value, label: t.dayOptions[value] }))}
            onChange={(value) => setDays(value)}
            className="w-full"
          />
        </Labelled>
      </div>
      <PasswordField
        label={t.password}
        value={password}
        autoComplete="new-password"
        error={isShort ? t.passwordShort : null}
        onChange={(event) => setPassword(event.target.value)}
      />
      {create.isError && (
        <Notice tone="danger" isAlert>
          {toErrorText(create.error)}
        </Notice>
      )}
      <div className="flex justify-end">
        <Button
          type="submit"
          look="primary"
          icon={Link2}
          isBusy={create.isPending}
          disabled={name.trim() === "" || isShort}
        >
          {t.create}
        </Button>
      </div>
    </form>
  );
}
