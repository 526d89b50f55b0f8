import type { ComponentType } from "react";
import type { FormField } from "#flows/kernel/define-node.ts";
import { AssignmentsWidget } from "./assignments-widget.tsx";
import { BasesWidget } from "./bases-widget.tsx";
import { BlocksWidget } from "./blocks-widget.tsx";
import { ChecksWidget } from "./checks-widget.tsx";
import { ConditionsWidget } from "./conditions-widget.tsx";
import { DurationWidget } from "./duration-widget.tsx";
import { ExpressionWidget } from "./expression-widget.tsx";
import { FaqSetsWidget } from "./faq-sets-widget.tsx";
import { FlowWidget } from "./flow-widget.tsx";
import { FormFieldsWidget } from "./form-fields-widget.tsx";
import { GraphFiltersWidget } from "./graph-filters-widget.tsx";
import { GraphNameWidget } from "./graph-name-widget.tsx";
import { HoursWidget } from "./hours-widget.tsx";
import { IntentsWidget } from "./intents-widget.tsx";
import { KeywordsWidget } from "./keywords-widget.tsx";
import { ListWidget } from "./list-widget.tsx";
import { MappingWidget } from "./mapping-widget.tsx";
import { NodeWidget } from "./node-widget.tsx";
import { NumberWidget } from "./number-widget.tsx";
import { OptionsWidget } from "./options-widget.tsx";
import { RichTextWidget } from "./rich-text-widget.tsx";
import { SelectWidget } from "./select-widget.tsx";
import { SwitchWidget } from "./switch-widget.tsx";
import { TagsWidget } from "./tags-widget.tsx";
import { TemplateWidget } from "./template-widget.tsx";
import { TextWidget } from "./text-widget.tsx";
import { TextareaWidget } from "./textarea-widget.tsx";
import { TimezoneWidget } from "./timezone-widget.tsx";
import { VariableWidget } from "./variable-widget.tsx";
import { VariablesWidget } from "./variables-widget.tsx";
import { VariantsWidget } from "./variants-widget.tsx";
import type { WidgetProps } from "./widget-props.ts";

// Mapped over the widgets that forms name, so a form that asks for one that is not here does not compile.
export const widgets: { readonly [Widget in FormField["widget"]]: ComponentType<WidgetProps> } = {
  text: TextWidget,
  textarea: TextareaWidget,
  "rich-text": RichTextWidget,
  number: NumberWidget,
  switch: SwitchWidget,
  select: SelectWidget,
  checks: ChecksWidget,
  duration: DurationWidget,
  expression: ExpressionWidget,
  template: TemplateWidget,
  variable: VariableWidget,
  variables: VariablesWidget,
  node: NodeWidget,
  flow: FlowWidget,
  "faq-sets": FaqSetsWidget,
  bases: BasesWidget,
  "graph-name": GraphNameWidget,
  "graph-filters": GraphFiltersWidget,
  list: ListWidget,
  conditions: ConditionsWidget,
  intents: IntentsWidget,
  keywords: KeywordsWidget,
  options: OptionsWidget,
  "form-fields": FormFieldsWidget,
  variants: VariantsWidget,
  hours: HoursWidget,
  blocks: BlocksWidget,
  tags: TagsWidget,
  assignments: AssignmentsWidget,
  mapping: MappingWidget,
  timezone: TimezoneWidget,
};
