"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { EntryContent, EntryField } from "./entry-draft.ts";
import { historyMessages } from "./history-messages.ts";
import { editorMessages } from "./messages.ts";
import { diffLines, toValueLines } from "./to-value-lines.ts";
import { useValueNames } from "./use-value-names.ts";

type RevisionDifferenceProps = {
  readonly baseId: string;
  readonly difference: readonly {
    readonly field: EntryField;
    readonly from?: unknown;
    readonly to?: unknown;
  }[];
};

/** Field by field what went and what came. */
export function RevisionDifference({ baseId, difference }: RevisionDifferenceProps) {
  const t = useTexts(editorMessages);
  const history = useTexts(historyMessages);
  const names = useValueNames(baseId);
  return (
    <dl className="mt-2 flex flex-col gap-3 rounded-md bg-canvas px-3.5 py-3 text-sm">
      {difference.map(({ field, from, to }) => {
        // as: the server names a field together with values of that field.
        const toOwnLines = (value: unknown) =>
          toValueLines(field, { [field]: value } as Partial<EntryContent>, names);
        return (
          <div key={field}>
            <dt className="font-medium text-ink-2">{t.fields[field]}</dt>
            {diffLines(toOwnLines(from), toOwnLines(to)).map(({ type, text }) => (
              <dd
                key={`${type} ${text}`}
                className={joinClasses(
                  "mt-1 flex gap-2 rounded-xs px-2 py-1",
                  type === "gone" ? "bg-danger-soft text-danger-text" : "bg-success-soft text-success-text",
                )}
              >
                <span aria-hidden>{type === "gone" ? "−" : "+"}</span>
                <span className="sr-only">{type === "gone" ? history.gone : history.added}</span>
                <span className="min-w-0 whitespace-pre-wrap break-words">{text}</span>
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
