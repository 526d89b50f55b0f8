import { z } from "zod";
import {
  createCategory,
  deleteCategory,
  listCategories,
  updateCategory,
} from "#server/knowledge/faq/categories.ts";
import { workspaceProcedure } from "../procedures.ts";

const name = z.string().trim().min(1).max(80);

export const listCategoriesProcedure = workspaceProcedure("knowledge.categories")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => listCategories(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const createCategoryProcedure = workspaceProcedure("knowledge.createCategory")
  .input(z.strictObject({ baseId: z.uuid(), parentId: z.uuid().nullable(), name }))
  .mutation(({ ctx, input }) => createCategory(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

export const updateCategoryProcedure = workspaceProcedure("knowledge.updateCategory")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      categoryId: z.uuid(),
      name: name.optional(),
      parentId: z.uuid().nullable().optional(),
      position: z.int().min(0).max(1_000).optional(),
    }),
  )
  .mutation(async ({ ctx, input: { baseId, categoryId, name, parentId, position } }) => {
    await updateCategory(ctx.tx, {
      ...{ workspaceId: ctx.workspaceId, baseId, categoryId },
      ...(name === undefined ? {} : { name }),
      ...(parentId === undefined ? {} : { parentId }),
      ...(position === undefined ? {} : { position }),
    });
    return { categoryId };
  });

export const deleteCategoryProcedure = workspaceProcedure("knowledge.deleteCategory")
  .input(z.strictObject({ baseId: z.uuid(), categoryId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    await deleteCategory(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    return { categoryId: input.categoryId };
  });
