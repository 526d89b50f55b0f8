import { Compartment, type Extension, Facet, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { findExpressionError } from "#flows/kernel/expression.ts";
import { listSpans } from "./list-spans.ts";

const NO_NAMES: ReadonlySet<string> = new Set();

const namesFacet = Facet.define<ReadonlySet<string>, ReadonlySet<string>>({
  combine: ([first]) => first ?? NO_NAMES,
});

export const expressionNames = new Compartment();

export const withNames = (known: ReadonlySet<string>): Extension => namesFacet.of(known);

function decorate(view: EditorView): DecorationSet {
  const source = view.state.doc.toString();
  const builder = new RangeSetBuilder<Decoration>();
  const fault = source.trim() === "" ? null : findExpressionError(source);
  // An error at the very end has no character of its own; the last one carries its mark.
  const faultAt = fault === null ? -1 : Math.min(fault.at, source.length - 1);
  let hasFault = false;
  for (const { from, to, type } of listSpans(source, view.state.facet(namesFacet))) {
    if (!hasFault && faultAt >= 0 && faultAt < from) {
      builder.add(faultAt, faultAt + 1, Decoration.mark({ class: "cm-fault" }));
      hasFault = true;
    }
    const isFault = faultAt >= from && faultAt < to;
    hasFault = hasFault || isFault;
    builder.add(from, to, Decoration.mark({ class: isFault ? `cm-${type} cm-fault` : `cm-${type}` }));
  }
  if (!hasFault && faultAt >= 0) builder.add(faultAt, faultAt + 1, Decoration.mark({ class: "cm-fault" }));
  return builder.finish();
}

/** Colours an expression and underlines the place where it cannot be read. */
export const expressionColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      const isChanged =
        update.docChanged || update.startState.facet(namesFacet) !== update.state.facet(namesFacet);
      if (isChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
