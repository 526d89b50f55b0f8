import { z } from "zod";
import { defineNode, type Utterance } from "../../kernel/define-node.ts";
import { type Text, textSchema } from "../../kernel/text.ts";
import { checkFilled, missing } from "../config-issue.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesTemplate } from "../reference.ts";
import { saysChoices } from "../utterance.ts";
import { unsafeUrl } from "./issues.ts";
import { messageMessages } from "./messages.ts";
import { canBeSafe } from "./safe-url.ts";

const BLOCKS_MAX = 10;
const VARIANTS_MAX = 20;
const CARD_FIELDS_MAX = 20;
const CARD_LINKS_MAX = 5;
/** WhatsApp and WeChat menus show no more. */
const QUICK_REPLIES_MAX = 13;
const TYPING_MAX_MS = 10_000;

const urlSchema = z.string().max(2_000);

/** Channels on which a block is shown; none named means all. */
const channels = z.array(z.string().min(1).max(32)).max(20).default([]);

export const blockSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: textSchema,
    /** Other ways to say the same; one of all is picked by chance. */
    variants: z.array(textSchema).max(VARIANTS_MAX).default([]),
    channels,
  }),
  z.strictObject({ type: z.literal("image"), url: urlSchema, alt: textSchema.default(""), channels }),
  z.strictObject({
    type: z.literal("file"),
    url: urlSchema,
    name: z.string().max(255),
    mediaType: z.string().max(100).default("application/octet-stream"),
    size: z.int().min(0).default(0),
    channels,
  }),
  z.strictObject({
    type: z.literal("card"),
    title: textSchema,
    text: textSchema.default(""),
    fields: z
      .array(z.strictObject({ label: textSchema, value: textSchema }))
      .max(CARD_FIELDS_MAX)
      .default([]),
    imageUrl: urlSchema.optional(),
    links: z
      .array(z.strictObject({ label: textSchema, url: urlSchema }))
      .max(CARD_LINKS_MAX)
      .default([]),
    channels,
  }),
  z.strictObject({
    type: z.literal("link"),
    label: textSchema,
    url: urlSchema,
    text: textSchema.default(""),
    channels,
  }),
]);

export type Block = z.infer<typeof blockSchema>;

/** Says something and goes on. */
export const messageNode = defineNode({
  version: 1,
  family: "talk",
  icon: "message-square",
  mode: "inline",
  config: z.strictObject({
    blocks: z.array(blockSchema).max(BLOCKS_MAX),
    /** Buttons under the last block; a click sends the label as the customer's next message. */
    quickReplies: z
      .array(z.strictObject({ id: portIdSchema, label: textSchema }))
      .max(QUICK_REPLIES_MAX)
      .default([]),
    /** How long "typing …" shows before each block. */
    typingMs: z.int().min(0).max(TYPING_MAX_MS).default(0),
  }),
  defaults: () => ({ blocks: [{ type: "text" as const, text: "" }] }),
  ports: () => [{ id: "next" }],
  references: (config) => [
    ...config.blocks.flatMap((block, i) =>
      textsOf(block).flatMap(([path, text]) => usesTemplate(text, `blocks[${i}].${path}`)),
    ),
    ...config.quickReplies.flatMap(({ label }, i) => usesTemplate(label, `quickReplies[${i}].label`)),
  ],
  says: (config) => [
    ...config.blocks.flatMap((block, i) => toUtterances(block, `blocks[${i}]`)),
    ...saysChoices(config.quickReplies.length, "quickReplies"),
  ],
  takesMs: ({ typingMs }) => typingMs,
  check: (config) => [
    ...(config.blocks.length === 0 ? [missing("blocks")] : []),
    ...config.blocks.flatMap((block, i) => checkBlock(block, `blocks[${i}]`)),
    ...checkPortIds(config.quickReplies, "quickReplies", []),
  ],
  form: [
    { path: "blocks", widget: "blocks", required: true },
    { path: "quickReplies", widget: "options" },
    { path: "typingMs", widget: "duration", advanced: true },
  ],
  messages: messageMessages,
});

function textsOf(block: Block): readonly (readonly [path: string, text: Text])[] {
  switch (block.type) {
    case "text":
      return [["text", block.text], ...block.variants.map((text, i) => [`variants[${i}]`, text] as const)];
    case "image":
      return [
        ["url", block.url],
        ["alt", block.alt],
      ];
    case "file":
      return [
        ["url", block.url],
        ["name", block.name],
      ];
    case "card":
      return [
        ["title", block.title],
        ["text", block.text],
        ...block.fields.flatMap((field, i) => [
          [`fields[${i}].label`, field.label] as const,
          [`fields[${i}].value`, field.value] as const,
        ]),
        ...(block.imageUrl === undefined ? [] : [["imageUrl", block.imageUrl] as const]),
        ...block.links.flatMap((link, i) => [
          [`links[${i}].label`, link.label] as const,
          [`links[${i}].url`, link.url] as const,
        ]),
      ];
    case "link":
      return [
        ["label", block.label],
        ["url", block.url],
        ["text", block.text],
      ];
  }
}

function checkBlock(block: Block, path: string) {
  const urls = textsOf(block).flatMap(([at, text]) =>
    typeof text === "string" && /(^|\.|l)url$/i.test(at) ? [[at, text] as const] : [],
  );
  const required =
    block.type === "text"
      ? block.text
      : block.type === "card"
        ? block.title
        : block.type === "link"
          ? block.label
          : null;
  const requiredAt = block.type === "text" ? "text" : block.type === "card" ? "title" : "label";
  return [
    ...(required === null ? [] : checkFilled(required, `${path}.${requiredAt}`)),
    ...urls.flatMap(([at, url]) =>
      url.trim() === "" ? [missing(`${path}.${at}`)] : canBeSafe(url) ? [] : [unsafeUrl(`${path}.${at}`)],
    ),
  ];
}

function toUtterances(block: Block, path: string): readonly Utterance[] {
  const { channels } = block;
  switch (block.type) {
    case "text":
      return [
        { path: `${path}.text`, part: "text", text: block.text, channels },
        ...block.variants.map(
          (text, i): Utterance => ({ path: `${path}.variants[${i}]`, part: "text", text, channels }),
        ),
      ];
    case "link":
      return [{ path: `${path}.text`, part: "text", text: block.text, channels }];
    case "image":
    case "file":
    case "card":
      return [{ path, part: block.type, text: null, channels }];
  }
}
