"use client";

import { useEffect, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { EXPRESSION_FUNCTIONS } from "#flows/kernel/expression-functions.ts";
import { useKnownNames, useListNames } from "../variables/use-variables.ts";
import { expressionColours, expressionNames, withNames } from "./expression-extension.ts";
import { templateMessages } from "./messages.ts";
import { completeNames } from "./name-completion.ts";
import { type EditorAttributes, useEditor } from "./use-editor.ts";

type ExpressionEditorProps = {
  readonly value: string;
  readonly attributes: EditorAttributes;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  onChange(value: string): void;
};

/** One expression of our own language: colours, completion, and a mark where it cannot be read. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { value, attributes, placeholder, isReadOnly = false, onChange } = props;
  const t = useTexts(templateMessages);
  const known = useKnownNames();
  const listNames = useListNames();
  const latestNames = useRef(listNames);
  latestNames.current = listNames;
  const host = useRef<HTMLDivElement>(null);
  const functions = Object.keys(EXPRESSION_FUNCTIONS).map((name) => ({
    name,
    detail: t.functions[name] ?? "",
    isNear: false,
  }));
  const view = useEditor(host, {
    value,
    attributes,
    placeholder: placeholder ?? t.expressionHint,
    isMultiline: true,
    isReadOnly,
    look: "is-code",
    extensions: [
      expressionNames.of(withNames(known)),
      expressionColours,
      completeNames(() => latestNames.current(), functions),
    ],
    onChange,
  });

  useEffect(() => {
    view.current?.dispatch({ effects: expressionNames.reconfigure(withNames(known)) });
  }, [known, view]);

  return <div ref={host} />;
}
