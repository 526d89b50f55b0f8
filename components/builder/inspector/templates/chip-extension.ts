import { Compartment, type Extension, Facet, RangeSet } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { type Chip, type ChipState, findChips, judgeChip } from "#flows/kernel/find-chips.ts";

export type ChipTexts = { readonly known: string; readonly unknown: string; readonly broken: string };

type ChipSettings = {
  readonly known: ReadonlySet<string>;
  readonly texts: ChipTexts;
  onOpen(chip: Chip, element: HTMLElement): void;
};

const settingsFacet = Facet.define<ChipSettings, ChipSettings | null>({
  combine: ([first]) => first ?? null,
});

export const chipSettings = new Compartment();

export function withChipSettings(settings: ChipSettings): Extension {
  return settingsFacet.of(settings);
}

class ChipWidget extends WidgetType {
  readonly chip: Chip;
  readonly state: ChipState;
  readonly settings: ChipSettings;

  constructor(chip: Chip, state: ChipState, settings: ChipSettings) {
    super();
    this.chip = chip;
    this.state = state;
    this.settings = settings;
  }

  override eq(other: ChipWidget): boolean {
    return (
      other.chip.source === this.chip.source &&
      other.chip.from === this.chip.from &&
      other.state === this.state
    );
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = this.state === "known" ? "cm-chip" : "cm-chip is-bad";
    element.textContent = this.chip.source || "…";
    element.title = this.settings.texts[this.state];
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", () => this.settings.onOpen(this.chip, element));
    return element;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function decorate(view: EditorView): DecorationSet {
  const settings = view.state.facet(settingsFacet);
  if (settings === null) return Decoration.none;
  const chips = findChips(view.state.doc.toString());
  return RangeSet.of(
    chips.map((chip) =>
      Decoration.replace({
        widget: new ChipWidget(chip, judgeChip(chip.source, settings.known), settings),
      }).range(chip.from, chip.to),
    ),
  );
}

/** Draws each `{{ }}` as one thing that the cursor jumps over and a click opens. */
export const chipPlugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      const isChanged =
        update.docChanged || update.startState.facet(settingsFacet) !== update.state.facet(settingsFacet);
      // A composition (pinyin) must not lose the text node that it writes into.
      if (isChanged && !update.view.composing) this.decorations = decorate(update.view);
      else if (update.docChanged) this.decorations = this.decorations.map(update.changes);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
  },
);
