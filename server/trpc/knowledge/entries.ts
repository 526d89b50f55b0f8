import { z } from "zod";
import { LOCALES } from "#flows/kernel/text.ts";
import { BULK_MAX } from "#flows/knowledge/bulk-max.ts";
import { getBase } from "#server/knowledge/bases/get-base.ts";
import { changeEntries } from "#server/knowledge/faq/change-entries.ts";
import { entryContentSchema } from "#server/knowledge/faq/entry-content.ts";
import { getEntry } from "#server/knowledge/faq/entry-row.ts";
import { ENTRY_FLAGS, ENTRY_SORTS, listEntries } from "#server/knowledge/faq/list-entries.ts";
import { listTags } from "#server/knowledge/faq/list-tags.ts";
import { saveNewEntry } from "#server/knowledge/faq/save-new-entry.ts";
import { updateEntry } from "#server/knowledge/faq/update-entry.ts";
import { workspaceProcedure } from "../procedures.ts";
import { contentSchema, tagsSchema } from "./entry-schemas.ts";

const PAGE_MAX = 100;

export const listEntriesProcedure = workspaceProcedure("knowledge.entries")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      search: z.string().trim().max(200).optional(),
      states: z
        .array(z.enum(["draft", "in_review", "approved", "published", "retired"]))
        .max(5)
        .optional(),
      categoryId: z.union([z.uuid(), z.literal("none")]).optional(),
      tag: z.string().max(40).optional(),
      ownerId: z.uuid().optional(),
      locale: z.enum(LOCALES).optional(),
      dataClass: z.enum(["general", "important", "core"]).optional(),
      flag: z.enum(ENTRY_FLAGS).optional(),
      isDeleted: z.boolean().default(false),
      sort: z.enum(ENTRY_SORTS).default("updated"),
      page: z.int().min(0).max(1_000).default(0),
      pageSize: z.int().min(1).max(PAGE_MAX).default(50),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { workspaceId } = ctx;
    await getBase(ctx.tx, { workspaceId, baseId: input.baseId });
    return listEntries(ctx.tx, { workspaceId, ...input });
  });

export const listTagsProcedure = workspaceProcedure("knowledge.tags")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => listTags(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const getEntryProcedure = workspaceProcedure("knowledge.entry")
  .input(z.strictObject({ entryId: z.uuid() }))
  .query(({ ctx, input }) => getEntry(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

/** With an id made by the page, saving it twice makes one entry; answers `conflict` where both say something else. */
export const createEntryProcedure = workspaceProcedure("knowledge.createEntry")
  .input(z.strictObject({ baseId: z.uuid(), entryId: z.uuid().optional(), content: contentSchema }))
  .mutation(({ ctx, input }) =>
    saveNewEntry(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

/** Answers `conflict` with both sides when two people changed the same thing; nothing is written then. */
export const updateEntryProcedure = workspaceProcedure("knowledge.updateEntry")
  .input(
    z.strictObject({
      entryId: z.uuid(),
      rev: z.int().min(1),
      changes: entryContentSchema.partial().strict(),
    }),
  )
  .mutation(({ ctx, input: { changes, ...input } }) =>
    updateEntry(ctx.tx, {
      ...{ workspaceId: ctx.workspaceId, actor: ctx.actor, ...input },
      changes: dropUndefined(changes),
    }),
  );

const bulkChangeSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("move"), categoryId: z.uuid().nullable() }),
  z.strictObject({ type: z.literal("tag"), add: tagsSchema, remove: tagsSchema }),
  z.strictObject({ type: z.literal("set-owner"), ownerId: z.uuid().nullable() }),
  z.strictObject({
    type: z.literal("set-review"),
    reviewEveryDays: z.int().min(1).max(3_650).nullable(),
  }),
  z.strictObject({ type: z.literal("delete") }),
  z.strictObject({ type: z.literal("bring-back") }),
]);

export const changeEntriesProcedure = workspaceProcedure("knowledge.changeEntries")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      entryIds: z.array(z.uuid()).min(1).max(BULK_MAX),
      change: bulkChangeSchema,
    }),
  )
  .mutation(({ ctx, input }) =>
    changeEntries(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input }),
  );

type Given<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** A key that is there without a value is a key that was not sent. */
function dropUndefined<Value extends object>(value: Value): Given<Value> {
  // as: exactly the keys whose value is not undefined are left.
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Given<Value>;
}
