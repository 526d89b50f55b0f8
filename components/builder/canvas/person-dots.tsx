"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { PERSON_COLORS } from "../store/person-colors.ts";
import { canvasMessages } from "./messages.ts";

/** Who has this node open. Follows a short text, so that a moving cursor draws no card again. */
export function PersonDots({ nodeId }: { readonly nodeId: string }) {
  const t = useTexts(canvasMessages);
  const store = useBuilderStore();
  const here = useBuilder(({ people, flowId }) =>
    people
      .filter((person) => person.nodeId === nodeId && person.flowId === flowId)
      .map(({ clientId }) => clientId)
      .join(" "),
  );
  if (here === "") return null;
  const ids = new Set(here.split(" "));
  const people = store.getState().people.filter(({ clientId }) => ids.has(clientId));
  return people.map(({ clientId, name, color }) => (
    <span
      key={clientId}
      role="img"
      aria-label={t.card.editedBy(name)}
      title={t.card.editedBy(name)}
      className="inline-flex size-4.5 items-center justify-center rounded-full text-[10px] font-semibold text-white"
      style={{ background: PERSON_COLORS[color % PERSON_COLORS.length] }}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  ));
}
