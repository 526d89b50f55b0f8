"use client";

import { ArrowLeft, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import { AssertionList } from "./assertion-list.tsx";
import { testEditorMessages } from "./editor-messages.ts";
import { testingMessages } from "./messages.ts";
import { BLANK_TURN, findDraftProblem } from "./test-draft.ts";
import { TurnEditor } from "./turn-editor.tsx";

type Draft = { readonly name: string; readonly script: FlowTestScript };

type TestFormProps = {
  readonly title: string;
  readonly start: Draft;
  readonly isBusy: boolean;
  readonly error: string | null;
  onSave(draft: Draft): void;
  onClose(): void;
};

const TURNS_MAX = 100;

/** A talk as it must go. Nothing is nagged about before the first try to save. */
export function TestForm({ title, start, isBusy, error, onSave, onClose }: TestFormProps) {
  const t = useTexts(testEditorMessages);
  const [draft, setDraft] = useState(start);
  const [isTried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { name, script } = draft;
  const problem = findDraftProblem(name, script);
  const setScript = (changes: Partial<FlowTestScript>) =>
    setDraft({ name, script: { ...script, ...changes } });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem === null) onSave({ name: name.trim(), script });
  };
  const leave = () => {
    if (JSON.stringify(draft) === JSON.stringify(start)) onClose();
    else setLeaving(true);
  };
  return (
    <form noValidate onSubmit={save} className="flex min-h-0 flex-1 flex-col">
      <FormHead title={title} onLeave={leave} />
      <div className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <TextField
          label={t.name}
          placeholder={t.namePlaceholder}
          value={name}
          maxLength={120}
          error={isTried && name.trim() === "" ? t.noName : null}
          onChange={(event) => setDraft({ name: event.target.value, script })}
        />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-sm font-medium text-ink">{t.language}</span>
          <Segmented
            label={t.language}
            value={script.locale}
            options={[
              { value: "zh-CN", label: t.languages["zh-CN"] },
              { value: "en", label: t.languages.en },
            ]}
            onChange={(locale) => setScript({ locale })}
          />
        </div>
        <AssertionList
          label={t.start}
          assertions={script.expectStart}
          isTried={isTried}
          onChange={(expectStart) => setScript({ expectStart: [...expectStart] })}
        />
        {script.turns.map((turn, index) => (
          <TurnEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: turns have no identity but their place
            key={index}
            {...{ turn, isTried }}
            number={index + 1}
            onChange={(next) => setScript({ turns: script.turns.with(index, next) })}
            onRemove={() => setScript({ turns: script.turns.toSpliced(index, 1) })}
          />
        ))}
        <Button
          icon={Plus}
          className="self-start"
          disabled={script.turns.length >= TURNS_MAX}
          onClick={() => setScript({ turns: [...script.turns, BLANK_TURN] })}
        >
          {t.addTurn}
        </Button>
      </div>
      <div className="flex flex-col gap-2 border-t border-line px-4 py-3">
        {isTried && problem && <Notice tone="warn">{t[problem]}</Notice>}
        {error && (
          <Notice tone="danger" isAlert>
            {error}
          </Notice>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={leave}>{t.cancel}</Button>
          <Button look="primary" type="submit" isBusy={isBusy}>
            {t.save}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        isOpen={isLeaving}
        title={t.leaveTitle}
        body={t.leaveBody}
        action={t.leave}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </form>
  );
}

function FormHead({ title, onLeave }: { readonly title: string; onLeave(): void }) {
  const t = useTexts(testingMessages);
  return (
    <div className="flex items-center gap-2 border-b border-line py-2 pl-2 pr-3">
      <IconButton icon={ArrowLeft} label={t.back} side="bottom" onClick={onLeave} />
      <h3 className="min-w-0 flex-1 truncate text-base font-semibold text-ink">{title}</h3>
    </div>
  );
}
