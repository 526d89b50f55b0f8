import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

export type NameOption = { readonly name: string; readonly detail: string; readonly isNear: boolean };

type ApplyArgs = readonly [view: EditorView, completion: Completion, from: number, to: number];

/** Offers the names of variables once `{{` (or its full-width twin) is typed, and closes the braces. */
export function completeInBraces(listNames: () => readonly NameOption[]): Extension {
  return completing((context) => {
    const open = context.matchBefore(/(?:\{\{|｛｛)\s*[\p{L}\p{N}_]*/u);
    if (open === null) return null;
    const typed = /[\p{L}\p{N}_]*$/u.exec(open.text)?.[0] ?? "";
    return {
      from: open.to - typed.length,
      validFor: /^[\p{L}\p{N}_]*$/u,
      options: listNames().map((option) => ({
        ...toCompletion(option, "variable"),
        apply: (...[view, , , to]: ApplyArgs) => {
          const rest = view.state.sliceDoc(to, to + 4);
          const closing = /^\s{0,2}\}\}/.exec(rest)?.[0].length ?? 0;
          const insert = `{{ ${option.name} }}`;
          view.dispatch({
            changes: { from: open.from, to: to + closing, insert },
            selection: { anchor: open.from + insert.length },
            userEvent: "input.complete",
          });
        },
      })),
    };
  });
}

/** Offers variables and functions wherever a name is typed. */
export function completeNames(
  listNames: () => readonly NameOption[],
  functions: readonly NameOption[],
): Extension {
  return completing((context) => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
    if (word === null && !context.explicit) return null;
    const from = word?.from ?? context.pos;
    if (context.state.sliceDoc(from - 1, from) === ".") return null;
    return {
      from,
      validFor: /^[\p{L}\p{N}_]*$/u,
      options: [
        ...listNames().map((option) => toCompletion(option, "variable")),
        ...functions.map((option) => ({
          ...toCompletion(option, "function"),
          apply: (...[view, , start, end]: ApplyArgs) =>
            view.dispatch({
              changes: { from: start, to: end, insert: `${option.name}()` },
              selection: { anchor: start + option.name.length + 1 },
              userEvent: "input.complete",
            }),
        })),
      ],
    };
  });
}

function toCompletion({ name, detail, isNear }: NameOption, type: string): Completion {
  return { label: name, detail, type, boost: isNear ? 1 : 0 };
}

function completing(source: (context: CompletionContext) => CompletionResult | null): Extension {
  return autocompletion({ override: [source], icons: false, activateOnTyping: true, maxRenderedOptions: 80 });
}
