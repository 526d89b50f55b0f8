"use client";

import { Plus } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import type { Assertion } from "#flows/testing/flow-test.ts";
import { AssertionEditor } from "./assertion-editor.tsx";
import { testEditorMessages } from "./editor-messages.ts";

const ASSERTIONS_MAX = 30;

type AssertionListProps = {
  readonly label: string;
  readonly assertions: readonly Assertion[];
  readonly isTried: boolean;
  onChange(assertions: readonly Assertion[]): void;
};

export function AssertionList({ label, assertions, isTried, onChange }: AssertionListProps) {
  const t = useTexts(testEditorMessages);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 text-sm text-ink-2">{label}</legend>
      {assertions.map((assertion, index) => (
        <AssertionEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: expectations have no identity but their place
          key={index}
          {...{ assertion, isTried }}
          onChange={(next) => onChange(assertions.with(index, next))}
          onRemove={() => onChange(assertions.toSpliced(index, 1))}
        />
      ))}
      <Button
        size="sm"
        look="ghost"
        icon={Plus}
        className="-ml-1.5 self-start"
        disabled={assertions.length >= ASSERTIONS_MAX}
        onClick={() => onChange([...assertions, { type: "reply-contains", text: "" }])}
      >
        {t.addAssertion}
      </Button>
    </fieldset>
  );
}
