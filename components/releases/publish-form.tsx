"use client";

import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Labelled } from "#components/ui/labelled.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import type { Comparison } from "#flows/compare/change.ts";
import { summarize } from "#flows/compare/summarize.ts";
import { toTerms } from "./gray-dialog.tsx";
import { GrayFields } from "./gray-fields.tsx";
import { DEFAULT_GRAY_PLAN, fromGrayPlan } from "./gray-plan.ts";
import { releaseMessages } from "./messages.ts";
import { OverrideField } from "./override-field.tsx";
import { ProblemList } from "./problem-list.tsx";
import { PublishNews } from "./publish-news.tsx";
import { PublishProgress } from "./publish-progress.tsx";
import { RunningChoice, type RunningTalks } from "./running-choice.tsx";
import { TestGate } from "./test-gate.tsx";
import { usePublishProgress } from "./use-publish-progress.ts";
import type { usePublishing } from "./use-publishing.ts";

export type ReleaseCheck = Outputs["release"]["check"];
export type Publishing = ReturnType<typeof usePublishing>;

type PublishFormProps = {
  readonly title: string;
  readonly check: ReleaseCheck;
  /** Null when nothing is live to compare with. */
  readonly comparison: Comparison | null;
  readonly publishing: Publishing;
  onClose(): void;
};

export function PublishForm({ title, check, comparison, publishing, onClose }: PublishFormProps) {
  const t = useTexts(releaseMessages);
  const toErrorText = useErrorText();
  const botId = useBuilder((state) => state.botId);
  const form = usePublishForm(check, comparison);
  const { isBusy, error, isDraftChanged } = publishing;
  const progress = usePublishProgress();
  const isForeign = progress !== null && !isBusy;
  return (
    <Dialog
      isOpen
      title={title}
      width="lg"
      onClose={onClose}
      news={
        <>
          {(isBusy || isForeign) && (
            <PublishProgress tests={publishing.tests} progress={progress} isForeign={isForeign} />
          )}
          {error && !isBusy && (
            <Notice tone={isDraftChanged ? "warn" : "danger"} isAlert>
              {isDraftChanged ? t.dialog.changedMeanwhile : toErrorText(error)}
            </Notice>
          )}
        </>
      }
      footer={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            {t.dialog.cancel}
          </Button>
          <Button
            look="primary"
            isBusy={isBusy}
            disabled={!form.canPublish || isForeign}
            onClick={() => publishing.publish(form.toInput(botId))}
          >
            {form.isGray ? t.dialog.goGray : t.dialog.go}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <PublishNews check={check} comparison={comparison} onLeave={onClose} />
        <Refusal publishing={publishing} check={check} onLeave={onClose} />
        {check.errors.length === 0 && !form.isUnchanged && (
          <>
            <TestGate gate={check.gate} publishing={publishing} onLeave={onClose} />
            <PublishFields form={form} check={check} isBusy={isBusy} />
            <OverrideField
              gate={publishing.answer?.type === "tests-failed" ? publishing.answer.gate : check.gate}
              mayOverride={check.mayOverride}
              reason={form.reason}
              onChange={form.setReason}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

type FieldsProps = {
  readonly form: ReturnType<typeof usePublishForm>;
  readonly check: ReleaseCheck;
  readonly isBusy: boolean;
};

function PublishFields({ form, check, isBusy }: FieldsProps) {
  const t = useTexts(releaseMessages);
  return (
    <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-5">
      <Field label={t.dialog.note} hint={t.dialog.noteHint}>
        {(attributes) => (
          <textarea
            rows={3}
            maxLength={2_000}
            className={`${INPUT_CLASSES} h-auto resize-y py-2`}
            value={form.note}
            onChange={(event) => form.setNote(event.target.value)}
            {...attributes}
          />
        )}
      </Field>
      {check.live && (
        <Labelled label={t.dialog.who}>
          <Segmented
            label={t.dialog.who}
            value={form.isGray ? "some" : "all"}
            options={[
              { value: "all", label: t.dialog.everybody },
              { value: "some", label: t.dialog.some },
            ]}
            onChange={(value) => form.setGray(value === "some")}
          />
        </Labelled>
      )}
      {check.gray && (
        <Notice tone="info">
          {(form.isGray ? t.dialog.grayBlocked : t.dialog.grayRunning)(check.gray.number)}
        </Notice>
      )}
      {form.isGray && !check.gray && <GrayFields plan={form.plan} onChange={form.setPlan} />}
      {!form.isGray && check.live && check.openTalks > 0 && (
        <RunningChoice
          label={t.running.title(check.openTalks)}
          value={form.running}
          isDisabled={isBusy}
          onChange={form.setRunning}
        />
      )}
    </fieldset>
  );
}

type RefusalProps = {
  readonly publishing: Publishing;
  readonly check: ReleaseCheck;
  onLeave(): void;
};

/** What the server found when it looked for itself, where this page had seen nothing wrong. */
function Refusal({ publishing, check, onLeave }: RefusalProps) {
  const t = useTexts(releaseMessages).dialog;
  const problems = publishing.answer?.type === "refused" ? publishing.answer.problems : [];
  if (problems.length === 0 || check.errors.length > 0) return null;
  return (
    <section>
      <p className="mb-2 text-sm font-medium text-danger-text">{t.refused}</p>
      <ProblemList problems={problems} onLeave={onLeave} />
    </section>
  );
}

function usePublishForm(check: ReleaseCheck, comparison: Comparison | null) {
  const locale = usePreferences((state) => state.locale);
  const [note, setNote] = useState<string | null>(null);
  const [wantsGray, setGray] = useState(false);
  const [plan, setPlan] = useState(DEFAULT_GRAY_PLAN);
  const [running, setRunning] = useState<RunningTalks>("finish");
  const [reason, setReason] = useState<string | null>(null);
  // Until somebody writes their own, the note says what has changed.
  const written = note ?? (comparison ? summarize(comparison, locale) : "");
  const isGray = wantsGray && check.live !== null;
  const gray = isGray ? fromGrayPlan(plan) : null;
  const isUnchanged =
    comparison !== null &&
    comparison.changes.length === 0 &&
    comparison.layout.length === 0 &&
    check.gray === null;
  const isBlocked = isGray && (gray === null || check.gray !== null);
  return {
    ...{
      note: written,
      setNote,
      isGray,
      setGray,
      plan,
      setPlan,
      running,
      setRunning,
      reason,
      setReason,
      isUnchanged,
    },
    canPublish:
      check.errors.length === 0 && !isUnchanged && !isBlocked && (reason === null || reason.trim() !== ""),
    toInput: (botId: string) => ({
      ...{ botId, draftRev: check.draftRev, note: written, running: isGray ? ("finish" as const) : running },
      ...(gray === null ? {} : { gray: toTerms(gray) }),
      ...(reason === null ? {} : { override: { reason: reason.trim() } }),
    }),
  };
}
