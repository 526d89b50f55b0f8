"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { MentionField } from "./mention-field.tsx";
import { listMentioned } from "./mention-text.ts";
import { commentMessages } from "./messages.ts";

type CommentFormProps = {
  readonly place: { readonly flowId: string; readonly nodeId: string | null };
  readonly label: string;
  readonly hint: string;
  onDone(): void;
};

export function CommentForm({ place, label, hint, onDone }: CommentFormProps) {
  const t = useTexts(commentMessages);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const botId = useBuilder((state) => state.botId);
  const [text, setText] = useState("");
  const people = useQuery(trpc.comment.people.queryOptions());
  const others = people.data?.filter(({ isSelf }) => !isSelf) ?? [];
  const add = useMutation(
    trpc.comment.add.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.comment.pathKey() });
        onDone();
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const send = () => {
    if (text.trim() === "" || add.isPending) return;
    const mentions = [...listMentioned(text, others)];
    add.mutate({ botId, ...place, message: null, question: null, text: text.trim(), mentions });
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionField
        label={label}
        hint={hint}
        value={text}
        people={others}
        onChange={setText}
        onSend={send}
        onCancel={onDone}
      />
      <div className="flex justify-end gap-1.5">
        <Button size="sm" look="ghost" onClick={onDone}>
          {t.cancel}
        </Button>
        <Button size="sm" type="submit" look="primary" isBusy={add.isPending} disabled={text.trim() === ""}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
