"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { useBuilderStore } from "#components/builder/store/builder-context.ts";
import { JsonView } from "#components/conversations/json-view.tsx";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { SKINS } from "../chat/skins.ts";
import { TalkEntry } from "../chat/talk-entry.tsx";
import { type AloneRun, runNodeAlone } from "../engine/run-node-alone.ts";
import { previewMessages } from "../messages.ts";
import type { NodeFace, NodePlace } from "../node-names.ts";
import { useNodeFaces, usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { StepRow } from "../trace/step-row.tsx";

type AloneDialogProps = { readonly place: NodePlace; readonly face: NodeFace; onClose(): void };

/** Tries one node with a sentence, beside the open talk. */
export function AloneDialog({ place, face, onClose }: AloneDialogProps) {
  const texts = useTexts(previewMessages);
  const t = texts.alone;
  const { match } = usePreview();
  const builder = useBuilderStore();
  const toErrorText = useErrorText();
  const lastText = usePreviewStore((state) => state.talk.session?.message?.text ?? "");
  const [sample, setSample] = useState(lastText);
  const [run, setRun] = useState<AloneRun | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const start = async () => {
    const { settings, talk } = usePreviewStore.getState();
    const { bundle } = builder.getState();
    setBusy(true);
    setFailure(null);
    try {
      setRun(
        await runNodeAlone({
          ...place,
          bundle,
          settings,
          session: talk.session,
          sample,
          at: Date.now() + talk.clockOffsetMs,
          match: (request) => match(request, bundle, settings),
        }),
      );
    } catch (error) {
      setFailure(toErrorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog isOpen title={t.title(face.title)} description={t.lead} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
        className="flex items-end gap-2"
      >
        <div className="min-w-0 flex-1">
          <TextField label={t.sample} value={sample} onChange={(event) => setSample(event.target.value)} />
        </div>
        <Button type="submit" look="primary" icon={Play} isBusy={isBusy} className="h-9">
          {t.run}
        </Button>
      </form>
      {failure !== null && (
        <div className="pt-3">
          <Notice tone="danger" isAlert>
            {t.failed(failure)}
          </Notice>
        </div>
      )}
      {run && <AloneResult run={run} place={place} />}
    </Dialog>
  );
}

function AloneResult({ run, place }: { readonly run: AloneRun; readonly place: NodePlace }) {
  const texts = useTexts(previewMessages);
  const t = texts.alone;
  const faceOf = useNodeFaces();
  const said = run.entries.flatMap((entry) => (entry.type === "bot" ? [entry] : []));
  const nextFace = run.next === null ? null : faceOf({ ...place, nodeId: run.next });
  const end =
    run.next !== null ? t.next(nextFace?.title ?? run.next) : run.waits === "message" ? t.waits : t.end;
  return (
    <div role="status" className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <ol className="rounded-md border border-line p-1">
        {run.steps.map((step) => (
          <StepRow key={step.index} step={step} />
        ))}
      </ol>
      <div className="flex flex-col gap-2">
        {said.length === 0 && <p className="text-sm text-ink-3">{t.nothing}</p>}
        {said.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished run never changes
          <TalkEntry key={index} entry={entry} skin={SKINS.web} t={texts} isOpen={false} onPick={() => {}} />
        ))}
      </div>
      {Object.keys(run.changes).length > 0 && (
        <JsonView label={t.changes} copyLabel={t.changes} value={run.changes} />
      )}
      <p className="text-sm text-ink-2">{end}</p>
    </div>
  );
}
