import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { missing } from "../config-issue.ts";
import { usesTemplate } from "../reference.ts";
import { valueReferences, valueSourceSchema } from "../value-source.ts";
import { tagContactMessages } from "./messages.ts";

const TAGS_MAX = 30;
const ATTRIBUTES_MAX = 30;

const tags = z.array(z.string().min(1).max(100)).max(TAGS_MAX).default([]);

/** Notes on the customer's card what became known. */
export const tagContactNode = defineNode({
  version: 1,
  family: "connect",
  icon: "tag",
  mode: "inline",
  config: z.strictObject({
    /** A tag may hold `{{ }}`; one that renders empty is left out. */
    add: tags,
    remove: tags,
    attributes: z
      .array(z.strictObject({ name: z.string().min(1).max(64), value: valueSourceSchema }))
      .max(ATTRIBUTES_MAX)
      .default([]),
  }),
  defaults: () => ({}),
  ports: () => [{ id: "next" }],
  references: (config) => [
    ...config.add.flatMap((tag, i) => usesTemplate(tag, `add[${i}]`)),
    ...config.remove.flatMap((tag, i) => usesTemplate(tag, `remove[${i}]`)),
    ...config.attributes.flatMap(({ value }, i) => valueReferences(value, `attributes[${i}].value`)),
  ],
  check: (config) =>
    config.add.length + config.remove.length + config.attributes.length === 0 ? [missing("add")] : [],
  form: [
    { path: "add", widget: "tags" },
    { path: "remove", widget: "tags" },
    { path: "attributes", widget: "mapping" },
  ],
  messages: tagContactMessages,
});
