"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { ChoiceCards } from "#components/ui/choice-cards.tsx";
import { releaseMessages } from "./messages.ts";

export type RunningTalks = "finish" | "move" | "restart";

type RunningChoiceProps = {
  readonly label: string;
  readonly value: RunningTalks;
  readonly isDisabled?: boolean;
  onChange(value: RunningTalks): void;
};

/** What becomes of customers who are in the middle of a talk. */
export function RunningChoice({ label, value, isDisabled = false, onChange }: RunningChoiceProps) {
  const { options } = useTexts(releaseMessages).running;
  return (
    <ChoiceCards
      label={label}
      value={value}
      isDisabled={isDisabled}
      onChange={onChange}
      options={(["finish", "move", "restart"] as const).map((option) => ({
        value: option,
        ...options[option],
      }))}
    />
  );
}
