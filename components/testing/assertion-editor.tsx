"use client";

import { X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { compilePattern } from "#flows/kernel/pattern.ts";
import type { Assertion } from "#flows/testing/flow-test.ts";
import { testEditorMessages } from "./editor-messages.ts";
import { NodeFields } from "./node-fields.tsx";
import { isEmpty, toKind, toTyped, toValue } from "./test-draft.ts";
import { VariableField } from "./variable-field.tsx";

type AssertionEditorProps = {
  readonly assertion: Assertion;
  readonly isTried: boolean;
  onChange(assertion: Assertion): void;
  onRemove(): void;
};

const TYPES = [
  "reply-contains",
  "reply-equals",
  "reply-not-contains",
  "reply-matches",
  "node-visited",
  "port-taken",
  "variable-equals",
  "handed-over",
  "ended",
] as const satisfies readonly Assertion["type"][];

/** One expectation: its kind above, what it names below. */
export function AssertionEditor({ assertion, isTried, onChange, onRemove }: AssertionEditorProps) {
  const t = useTexts(testEditorMessages);
  return (
    <div className="flex flex-col gap-1.5 rounded-sm bg-sunken p-2">
      <div className="flex items-center gap-1">
        <Select
          size="sm"
          label={t.assertionType}
          value={assertion.type}
          options={TYPES.map((value) => ({ value, label: t.assertionTypes[value] }))}
          className="flex-1"
          onChange={(type) => onChange(toKind(assertion, type))}
        />
        <IconButton icon={X} label={t.removeAssertion} onClick={onRemove} />
      </div>
      <Details {...{ assertion, onChange }} isWrong={isTried && isEmpty(assertion)} />
    </div>
  );
}

type DetailsProps = {
  readonly assertion: Assertion;
  readonly isWrong: boolean;
  onChange(assertion: Assertion): void;
};

function Details({ assertion, isWrong, onChange }: DetailsProps) {
  const t = useTexts(testEditorMessages);
  switch (assertion.type) {
    case "reply-contains":
    case "reply-equals":
    case "reply-not-contains":
      return (
        <textarea
          aria-label={t.text}
          aria-invalid={isWrong || undefined}
          rows={Math.min(4, 1 + Math.floor(assertion.text.length / 36))}
          value={assertion.text}
          className={joinClasses(INPUT_CLASSES, "h-auto min-h-9 resize-y py-1.5")}
          onChange={(event) => onChange({ ...assertion, text: event.target.value })}
        />
      );
    case "reply-matches": {
      const isBad = assertion.pattern !== "" && compilePattern(assertion.pattern) === null;
      return (
        <>
          <input
            aria-label={t.pattern}
            aria-invalid={isWrong || isBad || undefined}
            spellCheck={false}
            value={assertion.pattern}
            className={joinClasses(INPUT_CLASSES, "font-mono text-sm")}
            onChange={(event) => onChange({ ...assertion, pattern: event.target.value })}
          />
          {isBad && <p className="text-sm text-danger-text">{t.badPattern}</p>}
        </>
      );
    }
    case "node-visited":
    case "port-taken":
      return <NodeFields {...{ assertion, isWrong, onChange }} />;
    case "variable-equals":
      return (
        <div className="grid grid-cols-2 gap-1.5">
          <VariableField
            name={assertion.name}
            isWrong={isWrong}
            onChange={(name) => onChange({ ...assertion, name })}
          />
          <input
            aria-label={t.value}
            placeholder={t.value}
            title={t.valueHint}
            value={toTyped(assertion.value)}
            className={INPUT_CLASSES}
            onChange={(event) => onChange({ ...assertion, value: toValue(event.target.value) })}
          />
        </div>
      );
    case "handed-over":
    case "ended":
      return (
        <Segmented
          label={t.assertionTypes[assertion.type]}
          value={assertion.expected ? "yes" : "no"}
          options={[
            { value: "yes", label: t.yes },
            { value: "no", label: t.no },
          ]}
          className="self-start bg-pressed"
          onChange={(value) => onChange({ ...assertion, expected: value === "yes" })}
        />
      );
  }
}
