"use client";

import { Trash2 } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import { AssertionList } from "./assertion-list.tsx";
import { testEditorMessages } from "./editor-messages.ts";
import { isDeedEmpty } from "./test-draft.ts";
import { toWait, WAIT_UNITS_MS, type WaitUnit } from "./to-wait-text.ts";

type Turn = FlowTestScript["turns"][number];
type Does = Turn["does"];

type TurnEditorProps = {
  readonly number: number;
  readonly turn: Turn;
  /** Somebody tried to save: what is empty is shown. */
  readonly isTried: boolean;
  onChange(turn: Turn): void;
  onRemove(): void;
};

export function TurnEditor({ number, turn, isTried, onChange, onRemove }: TurnEditorProps) {
  const t = useTexts(testEditorMessages);
  const { does } = turn;
  const setDoes = (next: Does) => onChange({ ...turn, does: next });
  const toDoes = (type: Does["type"]): Does => {
    const words = does.type === "say" ? does.text : does.type === "choose" ? does.option : "";
    if (type === "wait") return { type, ms: WAIT_UNITS_MS.minutes };
    return type === "say" ? { type, text: words } : { type, option: words };
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <legend className="sr-only">{t.turn(number)}</legend>
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm font-semibold text-ink" aria-hidden>
          {t.turn(number)}
        </span>
        <Segmented
          label={t.does}
          value={does.type}
          options={[
            { value: "say", label: t.say },
            { value: "choose", label: t.choose },
            { value: "wait", label: t.wait },
          ]}
          className="ml-auto"
          onChange={(type) => setDoes(toDoes(type))}
        />
        <IconButton icon={Trash2} label={t.removeTurn(number)} className="-mr-1" onClick={onRemove} />
      </div>
      <DeedField {...{ does }} isWrong={isTried && isDeedEmpty(does)} onChange={setDoes} />
      <AssertionList
        label={t.bot}
        assertions={turn.expect}
        isTried={isTried}
        onChange={(expect) => onChange({ ...turn, expect: [...expect] })}
      />
    </fieldset>
  );
}

type DeedFieldProps = { readonly does: Does; readonly isWrong: boolean; onChange(does: Does): void };

function DeedField({ does, isWrong, onChange }: DeedFieldProps) {
  const t = useTexts(testEditorMessages);
  const invalid = isWrong || undefined;
  switch (does.type) {
    case "say":
      return (
        <textarea
          aria-label={t.sayPlaceholder}
          aria-invalid={invalid}
          placeholder={t.sayPlaceholder}
          rows={does.text.includes("\n") || does.text.length > 40 ? 3 : 1}
          value={does.text}
          className={joinClasses(INPUT_CLASSES, "h-auto min-h-9 resize-y py-1.5")}
          onChange={(event) => onChange({ type: "say", text: event.target.value })}
        />
      );
    case "choose":
      return (
        <input
          aria-label={t.choosePlaceholder}
          aria-invalid={invalid}
          placeholder={t.choosePlaceholder}
          value={does.option}
          className={INPUT_CLASSES}
          onChange={(event) => onChange({ type: "choose", option: event.target.value })}
        />
      );
    case "wait":
      return <WaitField ms={does.ms} isWrong={isWrong} onChange={(ms) => onChange({ type: "wait", ms })} />;
  }
}

type WaitFieldProps = { readonly ms: number; readonly isWrong: boolean; onChange(ms: number): void };

const WAIT_MS_MAX = 31 * WAIT_UNITS_MS.days;

function WaitField({ ms, isWrong, onChange }: WaitFieldProps) {
  const t = useTexts(testEditorMessages);
  const { amount, unit } = toWait(ms);
  const set = (next: number, nextUnit: WaitUnit) =>
    onChange(Math.min(Math.max(Math.round(next * WAIT_UNITS_MS[nextUnit]), 0), WAIT_MS_MAX));
  return (
    <div className="flex gap-2">
      <input
        type="number"
        min={0}
        step="any"
        aria-label={t.waitAmount}
        aria-invalid={isWrong || undefined}
        value={amount}
        className={joinClasses(INPUT_CLASSES, "w-24")}
        onChange={(event) => set(Number(event.target.value), unit)}
      />
      <Select
        label={t.waitAmount}
        value={unit}
        options={(["minutes", "hours", "days"] as const).map((value) => ({
          value,
          label: t.waitUnit[value],
        }))}
        onChange={(next) => set(amount, next)}
      />
    </div>
  );
}
