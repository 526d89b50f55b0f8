"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { synonymMessages } from "./synonym-messages.ts";
import { toTags } from "./to-tags.ts";

/** Words that mean one thing, of this base and of the whole workspace. */
export function SynonymsDialog({ baseId, onClose }: { readonly baseId: string; onClose(): void }) {
  const t = useTexts(synonymMessages);
  const trpc = useTRPC();
  const groups = useQuery(trpc.knowledge.synonyms.queryOptions({ baseId }));
  const { save, remove } = useSynonymActions();
  return (
    <Dialog isOpen title={t.title} description={t.lead} width="lg" onClose={onClose}>
      <AddForm
        isBusy={save.isPending}
        onAdd={(words, isEverywhere) =>
          save
            .mutateAsync({ synonymId: null, baseId: isEverywhere ? null : baseId, words })
            .then(() => true)
            .catch(() => false)
        }
      />
      {groups.isError && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.length === 0 && <p className="py-6 text-center text-sm text-ink-2">{t.empty}</p>}
      <ul aria-label={t.list} className="mt-3 divide-y divide-line">
        {groups.data?.map((group) => (
          <li key={group.id} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1 break-words text-sm text-ink">{group.words.join(" = ")}</span>
            {group.baseId === null && <Badge>{t.everywhere}</Badge>}
            <IconButton
              icon={Trash2}
              label={t.remove(group.words.join(" = "))}
              disabled={remove.isPending}
              onClick={() => remove.mutate({ synonymId: group.id })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function useSynonymActions() {
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSuccess: () => queries.invalidateQueries(trpc.knowledge.synonyms.pathFilter()),
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  return {
    save: useMutation(trpc.knowledge.saveSynonym.mutationOptions(options)),
    remove: useMutation(trpc.knowledge.deleteSynonym.mutationOptions(options)),
  };
}

type AddFormProps = {
  readonly isBusy: boolean;
  onAdd(words: string[], isEverywhere: boolean): Promise<boolean>;
};

function AddForm({ isBusy, onAdd }: AddFormProps) {
  const t = useTexts(synonymMessages);
  const [text, setText] = useState("");
  const [isEverywhere, setEverywhere] = useState(false);
  const words = toTags(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onAdd(words, isEverywhere).then((isDone) => isDone && setText(""));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-md bg-canvas px-4 py-3">
      <TextField
        label={t.words}
        hint={t.wordsHint}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <SwitchField
        label={t.inWorkspace}
        hint={t.inWorkspaceHint}
        isOn={isEverywhere}
        onChange={setEverywhere}
      />
      {isEverywhere && (
        <p className="text-sm text-ink-3">{words.length === 1 ? t.inBotsHint.term : t.inBotsHint.synonyms}</p>
      )}
      <div>
        <Button type="submit" look="primary" isBusy={isBusy} disabled={words.length === 0}>
          {t.add}
        </Button>
      </div>
    </form>
  );
}
