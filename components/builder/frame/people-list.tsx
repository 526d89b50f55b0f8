"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { builderMessages } from "../messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import { PERSON_COLORS } from "../store/person-colors.ts";

const SHOWN_MAX = 3;

/** Who else has this bot open; nothing while one is alone. */
export function PeopleList() {
  const t = useTexts(builderMessages).people;
  const people = useBuilder((state) => state.people);
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(", ");
  const hidden = people.length - SHOWN_MAX;
  return (
    <Tooltip text={t.here(names)} side="bottom">
      <ul aria-label={t.here(names)} className="flex -space-x-1.5">
        {people.slice(0, SHOWN_MAX).map(({ clientId, name, color }) => (
          <li
            key={clientId}
            style={{ backgroundColor: PERSON_COLORS[color % PERSON_COLORS.length] }}
            className="grid size-6 place-items-center rounded-full border-2 border-surface text-xs font-semibold text-white"
          >
            {[...name.trim()][0]?.toUpperCase() ?? "?"}
          </li>
        ))}
        {hidden > 0 && (
          <li className="grid size-6 place-items-center rounded-full border-2 border-surface bg-sunken text-xs text-ink-2">
            +{hidden}
          </li>
        )}
      </ul>
    </Tooltip>
  );
}
