"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { BundleFile } from "#flows/transfer/bundle-file.ts";
import { listMissing, type Resolution, resolveMissing } from "#flows/transfer/missing.ts";
import { ImportReport } from "./import-report.tsx";
import { importMessages } from "./messages.ts";
import { MissingList } from "./missing-list.tsx";
import type { Upload } from "./read-upload.ts";

type ImportReviewProps = {
  readonly upload: Extract<Upload, { type: "file" }>;
  readonly isNew: boolean;
  readonly otherSets: Bundle["faqSets"];
  /** The file with everything that was chosen here. */
  onReady(file: BundleFile): void;
};

const NAME_MAX_CHARS = 80;

export function ImportReview({ upload, isNew, otherSets, onReady }: ImportReviewProps) {
  const t = useTexts(importMessages);
  const { file, foreign } = upload;
  const missing = listMissing(file.bundle);
  const [name, setName] = useState(file.name);
  const [resolutions, setResolutions] = useState<{ readonly [id: string]: Resolution }>({});
  const [hasTests, setHasTests] = useState(true);
  const change = (next: {
    readonly name?: string;
    readonly resolutions?: typeof resolutions;
    readonly hasTests?: boolean;
  }) => {
    const chosen = { name, resolutions, hasTests, ...next };
    setName(chosen.name);
    setResolutions(chosen.resolutions);
    setHasTests(chosen.hasTests);
    onReady({
      name: chosen.name,
      bundle: resolveMissing(file.bundle, chosen.resolutions),
      tests: chosen.hasTests ? file.tests : [],
    });
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="rounded-md bg-sunken px-3.5 py-2.5">
        <p className="text-base font-semibold text-ink [overflow-wrap:anywhere]">{file.name}</p>
        <p className="text-sm text-ink-2">
          {t.from[foreign?.from ?? "jieda"]} · {countContents(file, t.contains)}
        </p>
      </div>
      {isNew && (
        <TextField
          label={t.name}
          value={name}
          maxLength={NAME_MAX_CHARS}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
      {!isNew && file.tests.length > 0 && (
        <div>
          <SwitchField
            label={t.withTests(file.tests.length)}
            isOn={hasTests}
            onChange={(isOn) => change({ hasTests: isOn })}
          />
          <p className="text-sm text-ink-2">{t.withTestsHint}</p>
        </div>
      )}
      {missing.length > 0 && (
        <MissingList
          missing={missing}
          sets={{ ...otherSets, ...file.bundle.faqSets }}
          resolutions={resolutions}
          onChange={(next) => change({ resolutions: next })}
        />
      )}
      {foreign && <ImportReport report={foreign.report} />}
    </div>
  );
}

function countContents(
  { bundle, tests }: BundleFile,
  toText: (nodes: number, answers: number, tests: number) => string,
): string {
  const flows = [bundle.flow, ...Object.values(bundle.subflows)];
  const nodes = flows.reduce((sum, flow) => sum + flow.nodes.length, 0);
  const answers = Object.values(bundle.faqSets).reduce((sum, { entries }) => sum + entries.length, 0);
  return toText(nodes, answers, tests.length);
}
