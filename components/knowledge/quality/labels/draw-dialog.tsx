"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { labelMessages } from "./messages.ts";

const DAYS = ["7", "30", "90"] as const;
const SIZE_MAX = 500;
const SEED_MAX = 2 ** 31 - 1;
const EVERY_BOT = "every";

type DrawDialogProps = { onDrawn(sampleId: string): void; onClose(): void };

export function DrawDialog({ onDrawn, onClose }: DrawDialogProps) {
  const t = useTexts(labelMessages);
  const toErrorText = useErrorText();
  const formats = useFormats();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const bots = useQuery(
    trpc.bot.list.queryOptions({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  );
  const [name, setName] = useState(() => formats.weekday(new Date().toISOString().slice(0, 10)));
  const [botId, setBotId] = useState(EVERY_BOT);
  const [days, setDays] = useState<(typeof DAYS)[number]>("30");
  const [size, setSize] = useState("200");
  const [annotators, setAnnotators] = useState<"1" | "2">("2");
  const [seed, setSeed] = useState("");
  const draw = useMutation(
    trpc.knowledge.label.draw.mutationOptions({
      onSuccess: async ({ sampleId, items }) => {
        showSuccess(t.drawn(items));
        await queries.invalidateQueries(trpc.knowledge.label.pathFilter());
        onDrawn(sampleId);
      },
    }),
  );
  const isSize = isWhole(size, 1, SIZE_MAX);
  const isSeed = seed.trim() === "" || isWhole(seed, 0, SEED_MAX);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draw.mutate({
      ...{ name: name.trim(), botId: botId === EVERY_BOT ? null : botId, days: Number(days) },
      ...{ size: Number(size), annotators: annotators === "1" ? 1 : 2 },
      seed: seed.trim() === "" ? null : Number(seed),
    });
  };
  return (
    <Dialog isOpen title={t.drawTitle} description={t.drawLead} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t.name}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Field label={t.bot}>
          {({ id = "" }) => (
            <Select
              id={id}
              label={t.bot}
              value={botId}
              options={[
                { value: EVERY_BOT, label: t.everyBot },
                ...(bots.data?.map((bot) => ({ value: bot.id, label: bot.name })) ?? []),
              ]}
              onChange={setBotId}
            />
          )}
        </Field>
        <Field label={t.period}>
          {() => (
            <Segmented<(typeof DAYS)[number]>
              label={t.period}
              value={days}
              options={DAYS.map((value) => ({ value, label: t.days(Number(value)) }))}
              onChange={setDays}
            />
          )}
        </Field>
        <TextField
          label={t.size}
          hint={t.sizeHint}
          error={isSize ? null : t.badSize}
          inputMode="numeric"
          value={size}
          onChange={(event) => setSize(event.target.value)}
        />
        <Field label={t.annotators} hint={annotators === "1" ? t.oneHint : undefined}>
          {() => (
            <Segmented<"1" | "2">
              label={t.annotators}
              value={annotators}
              options={[
                { value: "2", label: t.two },
                { value: "1", label: t.one },
              ]}
              onChange={setAnnotators}
            />
          )}
        </Field>
        <TextField
          label={t.seed}
          hint={t.seedHint}
          error={isSeed ? null : t.badSeed}
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
        />
        {draw.isError && (
          <Notice tone="danger" isAlert>
            {toErrorText(draw.error)}
          </Notice>
        )}
        <div className="flex justify-end">
          <Button
            type="submit"
            look="primary"
            isBusy={draw.isPending}
            disabled={name.trim() === "" || !isSize || !isSeed}
          >
            {t.draw}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function isWhole(text: string, min: number, max: number): boolean {
  const value = Number(text.trim());
  return text.trim() !== "" && Number.isInteger(value) && value >= min && value <= max;
}
