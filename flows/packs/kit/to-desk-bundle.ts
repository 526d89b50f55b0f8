import type { BundleInput, FlowInput } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import type { Desk, Section } from "./desk.ts";
import { deskTexts as texts } from "./desk-texts.ts";
import { toFaqSet } from "./faq.ts";
import { personSection } from "./person.ts";
import { greetingSection, LISTEN, understandingSection } from "./reception.ts";
import { type Step, toGraph } from "./step.ts";

/** Requests stand to the right of the reception, one under the other. */
const REQUESTS_COLUMN = 8;

/** Room between two frames, in rows; a frame's title stands in it. */
const GAP_ROWS = 0.6;

const NOTE_WIDTH_PX = 620;
const NOTE_HEIGHT_PX = 110;

const VARIABLES: NonNullable<FlowInput["variables"]> = [
  { name: "candidates", type: "list", default: [] },
  { name: "questions", type: "list", default: [] },
  { name: "problem", type: "text" },
  { name: "customer_name", type: "text", scope: "contact", dataClass: "important" },
  { name: "phone", type: "text", scope: "contact", dataClass: "important" },
];

/** A desk as a bundle that is ready to publish. Customers are answered in their own language; titles are in `locale`. */
export function toDeskBundle(desk: Desk, locale: Locale): BundleInput {
  return {
    flow: toFlow(desk, locale),
    faqSets: {
      [desk.faqSet]: toFaqSet(desk.name, desk.qas, { locale, synonyms: desk.synonyms }),
    },
  };
}

function toFlow(desk: Desk, locale: Locale): FlowInput {
  const left = stack([greetingSection(desk), understandingSection(desk)], 0);
  const right = stack([...desk.sections, personSection(desk, locale)], REQUESTS_COLUMN);
  const sections = [...left, ...right];
  return {
    schema: 1,
    ...toGraph(
      sections.flatMap(({ steps }) => steps),
      locale,
    ),
    variables: [...VARIABLES, ...desk.variables],
    groups: sections.map(({ id, title, color, steps }) => ({
      id: `group-${id}`,
      title: title[locale],
      color,
      nodes: steps.map((step) => step.id),
    })),
    notes: [
      {
        id: "how-to",
        text: desk.note[locale],
        position: { x: 0, y: -NOTE_HEIGHT_PX - 110 },
        width: NOTE_WIDTH_PX,
        height: NOTE_HEIGHT_PX,
        color: "amber",
      },
    ],
    settings: {
      language: locale,
      repair: {
        cancel: { to: "back", text: texts.cancelled },
        digress: { faqSets: [desk.faqSet] },
        human: { to: "service-hours" },
      },
      fallback: { to: "menu", text: texts.apology },
    },
  };
}

/** Sets sections one under the other; each gets a way back of its own, so that no wire crosses the whole canvas. */
function stack(sections: readonly Section[], column: number): readonly Section[] {
  let row = 0;
  return sections.map((section) => {
    const steps = addWayBack(section).map((step) => moveBy(step, column, row));
    row += Math.max(...section.steps.map(({ at }) => at[1])) + 1 + GAP_ROWS;
    return { ...section, steps };
  });
}

const moveBy = (step: Step, columns: number, rows: number): Step => ({
  ...step,
  at: [step.at[0] + columns, step.at[1] + rows],
});

function addWayBack({ id, steps }: Section): readonly Step[] {
  const isMain = id === "understanding";
  const backId = isMain ? "back" : `back-from-${id}`;
  const leads = steps.some(({ exits = {} }) => Object.values(exits).includes("back"));
  if (!leads) return steps;
  const lastColumn = Math.max(...steps.map(({ at }) => at[0]));
  return [
    ...steps.map((step) => ({ ...step, ...renameExits(step, backId) })),
    { id: backId, kind: "jump", title: texts.back, at: [lastColumn + 1, 0], config: { target: LISTEN } },
  ];
}

function renameExits({ exits }: Step, backId: string): Pick<Step, "exits"> {
  if (exits === undefined) return {};
  return {
    exits: Object.fromEntries(Object.entries(exits).map(([port, to]) => [port, to === "back" ? backId : to])),
  };
}
