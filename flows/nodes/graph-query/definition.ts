import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { baseIdsSchema, variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { GRAPH_COMPARISONS } from "../../knowledge/graph-filter.ts";
import { missing } from "../config-issue.ts";
import { usesTemplate, writesVariable } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { graphQueryMessages } from "./messages.ts";

const NAME_CHARS_MAX = 120;
const TEMPLATE_CHARS_MAX = 500;
const FILTERS_MAX = 5;
const RESULTS_MAX = 20;

const GRAPH_DIRECTIONS = ["forward", "backward"] as const;

/** The name of a type, an attribute or a relation, as documents have it. */
const nameSchema = z.string().max(NAME_CHARS_MAX);

/** Words with variables in them, the same in every language. */
const templateSchema = z.string().max(TEMPLATE_CHARS_MAX);

/** Answers from the accepted facts of knowledge bases: what is known of a thing, or which things are as asked. */
export const graphQueryNode = defineNode({
  version: 1,
  family: "knowledge",
  icon: "share-2",
  mode: "waits",
  config: z.strictObject({
    bases: baseIdsSchema,
    /** `facts` of a thing that is named, or the `entities` that meet the filters. */
    ask: z.enum(["facts", "entities"]).default("facts"),
    /** Where the thing is named; what the customer said when empty. */
    entity: templateSchema.optional(),
    entityType: nameSchema.optional(),
    /** What is asked of it; without one, what the customer's words name of it, else all that is known. */
    relation: nameSchema.optional(),
    /** Backward: the things whose relation names it are what is asked for. Flows that were drawn before go forward. */
    direction: z.enum(GRAPH_DIRECTIONS).default("forward"),
    /** And what of that, where the relation leads to other things. */
    nextRelation: nameSchema.optional(),
    nextDirection: z.enum(GRAPH_DIRECTIONS).default("forward"),
    filters: z
      .array(
        z.strictObject({
          attribute: nameSchema.default(""),
          is: z.enum(GRAPH_COMPARISONS).default("is"),
          value: templateSchema.default(""),
        }),
      )
      .max(FILTERS_MAX)
      .default([]),
    resultsMax: z.int().min(1).max(RESULTS_MAX).default(5),
    /** Off: what was found is only stored, and the flow says what it likes. */
    reply: z.boolean().default(true),
    /** Said when there is no message to look at yet. */
    prompt: textSchema.optional(),
    valueVariable: variableNameSchema.optional(),
    entityVariable: variableNameSchema.optional(),
    factsVariable: variableNameSchema.optional(),
  }),
  defaults: () => ({ bases: [] }),
  ports: () => [{ id: "found" }, { id: "not-found" }],
  references: (config) => [
    ...config.bases.map((baseId, i) => ({
      ...{ type: "base" as const, asks: ["facts" as const], baseId, path: `bases[${i}]` },
    })),
    ...usesTemplate(config.entity, "entity"),
    ...config.filters.flatMap(({ value }, i) => usesTemplate(value, `filters[${i}].value`)),
    ...usesTemplate(config.prompt, "prompt"),
    ...writesVariable(config.valueVariable, "valueVariable", "text"),
    ...writesVariable(config.entityVariable, "entityVariable", "text"),
    ...writesVariable(config.factsVariable, "factsVariable", "list"),
  ],
  says: ({ prompt }) => saysText(prompt, "prompt"),
  needsWords: ({ ask, entity = "" }) => ask === "facts" && entity.trim() === "",
  answersAt: ({ reply }) => (reply ? ["found"] : []),
  check: (config) => [
    ...(config.bases.length === 0 ? [missing("bases")] : []),
    ...config.filters.flatMap(({ attribute }, i) =>
      attribute.trim() === "" ? [missing(`filters[${i}].attribute`)] : [],
    ),
    ...(config.nextRelation && !config.relation && config.direction === "forward"
      ? [missing("relation")]
      : []),
    ...(config.ask === "entities" && config.filters.length === 0 && !config.entityType
      ? [missing("entityType")]
      : []),
  ],
  form: [
    { path: "bases", widget: "bases", required: true },
    { path: "ask", widget: "select", values: ["facts", "entities"] },
    { path: "entity", widget: "template", when: { path: "ask", is: ["facts"] } },
    { path: "entityType", widget: "graph-name" },
    { path: "relation", widget: "graph-name", when: { path: "ask", is: ["facts"] } },
    { path: "direction", widget: "select", values: GRAPH_DIRECTIONS, when: { path: "ask", is: ["facts"] } },
    { path: "nextRelation", widget: "graph-name", advanced: true, when: { path: "ask", is: ["facts"] } },
    {
      ...{ path: "nextDirection", widget: "select", values: GRAPH_DIRECTIONS, advanced: true },
      when: { path: "ask", is: ["facts"] },
    },
    { path: "filters", widget: "graph-filters" },
    { path: "reply", widget: "switch" },
    { path: "prompt", widget: "rich-text", when: { path: "ask", is: ["facts"] } },
    { path: "resultsMax", widget: "number", advanced: true },
    { path: "valueVariable", widget: "variable", advanced: true },
    { path: "entityVariable", widget: "variable", advanced: true },
    { path: "factsVariable", widget: "variable", advanced: true },
  ],
  messages: graphQueryMessages,
});
