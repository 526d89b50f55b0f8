import type { BundleInput } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import type { FlowTestScriptInput } from "../../testing/flow-test.ts";
import type { Both } from "./both.ts";

/** A talk that the template promises; it becomes a test of every bot that is made from it. */
export type TemplateTest = { readonly name: Both; readonly script: FlowTestScriptInput };

/** What is loaded only once a template is chosen: titles, notes and tags come in the language of who edits. */
export type TemplateContent = {
  toBundle(locale: Locale): BundleInput;
  readonly tests: readonly TemplateTest[];
};
