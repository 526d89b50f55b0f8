import { z } from "zod";
import { CHANNELS } from "#flows/kernel/channels.ts";
import { LOCALES } from "#flows/kernel/text.ts";

const QUESTION_MAX_CHARS = 500;
const ANSWER_MAX_CHARS = 20_000;

const phrasing = z.string().trim().min(1).max(QUESTION_MAX_CHARS);
/** Stored in UTC, so that equal moments are equal texts. */
const dateSchema = z.iso.datetime({ offset: true }).transform((date) => new Date(date).toISOString());

const questionSchema = z
  .strictObject({ "zh-CN": phrasing.optional(), en: phrasing.optional() })
  .refine((question) => Object.values(question).some((text) => text !== undefined));

const answersSchema = z
  .array(
    z.strictObject({
      locale: z.enum(LOCALES),
      channel: z.enum(CHANNELS).nullable(),
      text: z.string().trim().min(1).max(ANSWER_MAX_CHARS),
    }),
  )
  .max(LOCALES.length * (CHANNELS.length + 1))
  .refine((answers) => new Set(answers.map(toAnswerKey)).size === answers.length);

/** What was uploaded has a path of our own, so that it outlives a change of the site's address. */
const OWN_FILE = /^\/files\/[0-9a-f-]{36}\/[A-Za-z0-9_-]{43}\/[^/?#\s]+$/;

const attachmentSchema = z.strictObject({
  type: z.enum(["image", "file"]),
  url: z.union([z.string().regex(OWN_FILE), z.url({ protocol: /^https?$/ })]).pipe(z.string().max(2_000)),
  name: z.string().trim().min(1).max(200),
  mediaType: z.string().min(1).max(100),
  size: z.int().min(0),
});

/** All that people write of an entry; its state and who answers for it are kept beside. */
export const entryContentSchema = z.strictObject({
  question: questionSchema,
  similar: z.array(phrasing).max(500),
  negatives: z.array(phrasing).max(100),
  answers: answersSchema,
  attachments: z.array(attachmentSchema).max(10),
  categoryId: z.uuid().nullable(),
  tags: z.array(z.string().trim().min(1).max(40)).max(30),
  ownerId: z.uuid().nullable(),
  validFrom: dateSchema.nullable(),
  validTo: dateSchema.nullable(),
  reviewEveryDays: z.int().min(1).max(3_650).nullable(),
  dataClass: z.enum(["general", "important", "core"]),
});

export type EntryContent = z.infer<typeof entryContentSchema>;
export type EntryField = keyof EntryContent;

// as: the schema's own keys.
export const ENTRY_FIELDS = Object.keys(entryContentSchema.shape) as readonly EntryField[];

/** What customers could notice. A change of it takes an approval away; sorting and keeping an entry does not. */
export const SERVED_FIELDS: readonly EntryField[] = [
  "question",
  "similar",
  "negatives",
  "answers",
  "attachments",
  "validFrom",
  "validTo",
  "dataClass",
];

export const emptyContent: EntryContent = {
  question: {},
  similar: [],
  negatives: [],
  answers: [],
  attachments: [],
  categoryId: null,
  tags: [],
  ownerId: null,
  validFrom: null,
  validTo: null,
  reviewEveryDays: null,
  dataClass: "general",
};

export function toAnswerKey({
  locale,
  channel,
}: {
  readonly locale: string;
  readonly channel: string | null;
}) {
  return `${locale}/${channel ?? ""}`;
}

/** Every way in which the entry may be asked for, the standard question of each language first. */
export function listPhrasings({ question, similar }: Phrasings): string[] {
  return [...Object.values(question).filter((text) => text !== undefined), ...similar];
}

type Phrasings = { readonly question: EntryContent["question"]; readonly similar: readonly string[] };
