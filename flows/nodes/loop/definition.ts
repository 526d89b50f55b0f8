import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { missing } from "../config-issue.ts";
import { usesExpression, writesVariable } from "../reference.ts";
import { expressionSchema } from "../value-source.ts";
import { loopMessages } from "./messages.ts";

/** The kernel stops a turn after 200 visits; a body of one node and the loop itself fit exactly. */
export const ITERATIONS_MAX = 100;

/** Repeats what hangs on `body` and leads back here: for each item of a list, or until a condition holds. */
export const loopNode = defineNode({
  version: 1,
  family: "logic",
  icon: "repeat",
  mode: "inline",
  config: z.strictObject({
    over: z.enum(["list", "until"]).default("list"),
    /** An expression that gives the list. It is read once, when the loop begins. */
    list: expressionSchema.default(""),
    /** Gets the item of this round. */
    itemVariable: variableNameSchema.optional(),
    /** Gets the number of this round, from 1. */
    indexVariable: variableNameSchema.optional(),
    /** Looked at before each round. */
    until: expressionSchema.default(""),
    iterationsMax: z.int().min(1).max(ITERATIONS_MAX).default(20),
  }),
  defaults: () => ({}),
  ports: () => [{ id: "body" }, { id: "done" }, { id: "limit" }],
  optionalPorts: ["limit"],
  boundedPorts: ["body"],
  references: (config) => [
    ...usesExpression(config.over === "list" ? config.list : undefined, "list", { expects: ["list"] }),
    ...usesExpression(config.over === "until" ? config.until : undefined, "until"),
    ...writesVariable(config.itemVariable, "itemVariable"),
    ...writesVariable(config.indexVariable, "indexVariable", "number"),
  ],
  check: (config) => (config[config.over].trim() ? [] : [missing(config.over)]),
  form: [
    { path: "over", widget: "select", values: ["list", "until"] },
    { path: "list", widget: "expression", when: { path: "over", is: ["list"] } },
    { path: "itemVariable", widget: "variable", when: { path: "over", is: ["list"] } },
    { path: "until", widget: "expression", when: { path: "over", is: ["until"] } },
    { path: "indexVariable", widget: "variable", advanced: true },
    { path: "iterationsMax", widget: "number" },
  ],
  messages: loopMessages,
});
