import type { Locale } from "../../kernel/text.ts";
import type { Desk, Section } from "./desk.ts";
import { deskTexts as texts } from "./desk-texts.ts";
import { personSteps } from "./person-steps.ts";

/** The part of a reception in which people are asked for. */
export function personSection(desk: Desk, locale: Locale): Section {
  const { openText, closedText, receivedText, hours, tag } = desk;
  return {
    id: "person",
    title: texts.sections.person,
    color: "rose",
    steps: personSteps({
      texts: {
        ...texts,
        ...{ openText, closedText },
        clear: texts.clearMessage,
        form: texts.message,
        name: texts.nameField,
        done: texts.received,
        doneText: receivedText,
      },
      intro: texts.messageIntro,
      hours: { weekly: [...hours.weekly], holidays: hours.holidays },
      tag: tag[locale],
      at: [0, 0],
      next: { done: "back", stop: "back" },
    }),
  };
}
