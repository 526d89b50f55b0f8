import type { z } from "zod";
import type { NodeDefinition } from "../kernel/define-node.ts";
import type { DefinitionRegistry } from "../kernel/registry.ts";
import { abSplitNode } from "./ab-split/definition.ts";
import { askNode } from "./ask/definition.ts";
import { businessHoursNode } from "./business-hours/definition.ts";
import { choiceNode } from "./choice/definition.ts";
import { clarifyNode } from "./clarify/definition.ts";
import { conditionNode } from "./condition/definition.ts";
import { delayNode } from "./delay/definition.ts";
import { endNode } from "./end/definition.ts";
import { extractNode } from "./extract/definition.ts";
import { fallbackNode } from "./fallback/definition.ts";
import { faqNode } from "./faq/definition.ts";
import { formNode } from "./form/definition.ts";
import { graphQueryNode } from "./graph-query/definition.ts";
import { intentNode } from "./intent/definition.ts";
import { jumpNode } from "./jump/definition.ts";
import { kbSearchNode } from "./kb-search/definition.ts";
import { keywordNode } from "./keyword/definition.ts";
import { languageNode } from "./language/definition.ts";
import { logGapNode } from "./log-gap/definition.ts";
import { loopNode } from "./loop/definition.ts";
import { messageNode } from "./message/definition.ts";
import { moderationNode } from "./moderation/definition.ts";
import { sentimentNode } from "./sentiment/definition.ts";
import { setVariableNode } from "./set-variable/definition.ts";
import { startNode } from "./start/definition.ts";
import { subflowNode } from "./subflow/definition.ts";
import { tagContactNode } from "./tag-contact/definition.ts";

/** All kinds, in the order of the palette. The keys are stored in flows: they are never renamed. */
export const definitions = {
  start: startNode,
  intent: intentNode,
  keyword: keywordNode,
  extract: extractNode,
  language: languageNode,
  sentiment: sentimentNode,
  faq: faqNode,
  "kb-search": kbSearchNode,
  "graph-query": graphQueryNode,
  "log-gap": logGapNode,
  message: messageNode,
  ask: askNode,
  choice: choiceNode,
  form: formNode,
  clarify: clarifyNode,
  condition: conditionNode,
  "set-variable": setVariableNode,
  "business-hours": businessHoursNode,
  "ab-split": abSplitNode,
  loop: loopNode,
  subflow: subflowNode,
  jump: jumpNode,
  delay: delayNode,
  "tag-contact": tagContactNode,
  moderation: moderationNode,
  fallback: fallbackNode,
  end: endNode,
} satisfies { readonly [kind: string]: NodeDefinition };

export type NodeKind = keyof typeof definitions;

/** A kind's config as its executor sees it, with defaults filled in. */
export type ConfigOf<Kind extends NodeKind> = z.output<(typeof definitions)[Kind]["config"]>;

/** Every kind without its behaviour: what editor and checks need, and all that may reach a browser outside the preview. */
export const definitionRegistry: DefinitionRegistry = Object.fromEntries(
  Object.entries(definitions).map(([kind, definition]) => [kind, { definition }]),
);
