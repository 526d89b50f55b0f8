"use client";

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder as placeholderText, tooltips } from "@codemirror/view";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { editorTheme } from "./editor-theme.ts";

export type EditorAttributes = {
  readonly id: string;
  readonly "aria-labelledby"?: string | undefined;
  readonly "aria-label"?: string | undefined;
  readonly "aria-describedby"?: string | undefined;
  readonly "aria-invalid"?: true | undefined;
};

type EditorOptions = {
  readonly value: string;
  readonly attributes: EditorAttributes;
  readonly placeholder: string;
  readonly isMultiline: boolean;
  readonly isReadOnly: boolean;
  readonly look: string;
  /** Fixed for the life of the editor; what changes goes through compartments. */
  readonly extensions: readonly Extension[];
  onChange(value: string): void;
};

/** Marks changes that came from the document, so that they are neither written back nor undone by the editor. */
const fromDocument = Annotation.define<true>();

/**
 * A CodeMirror editor bound to one text of the document. Its own undo stays inside. Text that an input method is still composing
 * is not written: half a syllable is nothing that anyone typed.
 */
export function useEditor(
  host: RefObject<HTMLDivElement | null>,
  options: EditorOptions,
): RefObject<EditorView | null> {
  const view = useRef<EditorView | null>(null);
  const latest = useRef(options);
  const surroundings = useRef(new Compartment());
  latest.current = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor is made once and then told what changed
  useLayoutEffect(() => {
    if (host.current === null) return;
    const report = (editor: EditorView) => {
      const text = editor.state.doc.toString();
      if (text !== latest.current.value) latest.current.onChange(text);
    };
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: options.value,
        extensions: [
          ...options.extensions,
          history(),
          keymap.of([...historyKeymap, ...defaultKeymap]),
          options.isMultiline ? EditorView.lineWrapping : oneLine,
          editorTheme,
          tooltips({
            position: "fixed",
            parent: host.current.closest<HTMLElement>("[role=dialog]") ?? document.body,
          }),
          surroundings.current.of(toSurroundings(options)),
          EditorView.updateListener.of((update) => {
            const isOurs = update.transactions.some((transaction) => transaction.annotation(fromDocument));
            if (update.docChanged && !isOurs && !update.view.composing) report(update.view);
          }),
          EditorView.domEventHandlers({
            compositionend: (_event, own) => {
              // CodeMirror reads what was composed right after this event.
              setTimeout(() => report(own));
            },
            blur: (_event, own) => report(own),
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.composing) return;
    const before = editor.state.doc.toString();
    if (before === options.value) return;
    editor.dispatch({ changes: toChange(before, options.value), annotations: fromDocument.of(true) });
  }, [options.value]);

  const { attributes, placeholder, isReadOnly, look } = options;
  const { id, "aria-label": label, "aria-labelledby": labelledBy, "aria-invalid": isInvalid } = attributes;
  const describedBy = attributes["aria-describedby"];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attributes are told apart by their values, not by their object
  useEffect(() => {
    view.current?.dispatch({ effects: surroundings.current.reconfigure(toSurroundings(latest.current)) });
  }, [id, label, labelledBy, isInvalid, describedBy, placeholder, isReadOnly, look]);

  return view;
}

/** Only the part that differs, so that the cursor of a person who is typing elsewhere in it stays. */
function toChange(before: string, after: string): { from: number; to: number; insert: string } {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

function toSurroundings({
  attributes,
  placeholder,
  isReadOnly,
  isMultiline,
  look,
}: EditorOptions): Extension {
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const classes = [
    look,
    isMultiline ? "" : "is-line",
    attributes["aria-invalid"] ? "is-invalid" : "",
    isReadOnly ? "is-readonly" : "",
  ];
  return [
    EditorView.contentAttributes.of({
      ...Object.fromEntries(present.map(([name, value]) => [name, String(value)])),
      "aria-multiline": String(isMultiline),
      ...(isReadOnly ? { "aria-readonly": "true" } : {}),
    }),
    EditorView.editorAttributes.of({ class: classes.filter(Boolean).join(" ") }),
    placeholderText(placeholder),
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
  ];
}

/** Pasted lines become one; Enter does nothing. What the document brings stays as it is. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
  const isFine = !transaction.docChanged || transaction.newDoc.lines === 1;
  if (isFine || transaction.annotation(fromDocument)) return transaction;
  if (!transaction.isUserEvent("input.paste")) return [];
  const { newDoc, newSelection, startState } = transaction;
  const insert = flatten(newDoc.toString());
  const anchor = flatten(newDoc.sliceString(0, newSelection.main.head)).length;
  return {
    changes: { from: 0, to: startState.doc.length, insert },
    selection: { anchor },
    scrollIntoView: true,
  };
});

const flatten = (text: string): string => text.replace(/\s*\n\s*/g, " ");
