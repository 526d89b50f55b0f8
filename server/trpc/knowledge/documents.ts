import { z } from "zod";
import { SEARCH_LAYERS } from "#flows/knowledge/search-layer.ts";
import { getBase } from "#server/knowledge/bases/get-base.ts";
import { addPage } from "#server/knowledge/documents/add-document.ts";
import {
  cancelDocument,
  deleteDocument,
  editPassage,
  restoreDocument,
  retryDocument,
  updateDocument,
} from "#server/knowledge/documents/change-document.ts";
import {
  NAME_CHARS_MAX,
  PASSAGE_CHARS_MAX,
  TAG_CHARS_MAX,
  TAGS_MAX,
  URL_CHARS_MAX,
} from "#server/knowledge/documents/document-limits.ts";
import { DATA_CLASSES, DOCUMENT_STATES } from "#server/knowledge/documents/document-row.ts";
import { getDocument, listPassages } from "#server/knowledge/documents/get-document.ts";
import { listDocuments, listDocumentTags } from "#server/knowledge/documents/list-documents.ts";
import { searchByMeaningToo } from "#server/knowledge/documents/search/search-by-meaning-too.ts";
import { searchKnowledge } from "#server/knowledge/documents/search/search-knowledge.ts";
import { withMeaning } from "#server/knowledge/embedding/with-meaning.ts";
import { pagingDirection } from "../paging.ts";
import { workspaceAction, workspaceProcedure } from "../procedures.ts";

const byId = z.strictObject({ documentId: z.uuid() });
const name = z.string().trim().min(1).max(NAME_CHARS_MAX);
const search = z.string().trim().max(200).default("");
const tag = z.string().trim().min(1).max(TAG_CHARS_MAX);
const day = z.iso.date();
/** From one hour to thirty days. */
const resyncHours = z.int().min(1).max(720);
/** Without a password: the address is shown to everybody of the workspace and stands in the audit. */
const webUrl = z
  .url({ protocol: /^https?$/ })
  .max(URL_CHARS_MAX)
  .refine((text) => !hasSignIn(text));

function hasSignIn(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.username + url.password !== "";
}

const listDocumentsProcedure = workspaceProcedure("knowledge.document.list")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      search,
      state: z.enum(DOCUMENT_STATES).nullable().default(null),
      tag: tag.nullable().default(null),
      isDeleted: z.boolean().default(false),
      cursor: z.uuid().nullish(),
      ...pagingDirection,
    }),
  )
  .query(({ ctx, input: { cursor, direction: _, ...filter } }) =>
    listDocuments(ctx.tx, { workspaceId: ctx.workspaceId, ...filter, after: cursor ?? null }),
  );

const listTagsProcedure = workspaceProcedure("knowledge.document.tags")
  .input(z.strictObject({ baseId: z.uuid() }))
  .query(({ ctx, input }) => listDocumentTags(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

const getDocumentProcedure = workspaceProcedure("knowledge.document.get")
  .input(byId)
  .query(({ ctx, input }) => getDocument(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

/** What was read of a document, in its order; `around` opens it at a passage that a citation names. */
const listPassagesProcedure = workspaceProcedure("knowledge.document.passages")
  .input(
    z.strictObject({
      documentId: z.uuid(),
      search,
      around: z.uuid().nullable().default(null),
      cursor: z.int().min(0).nullish(),
      ...pagingDirection,
    }),
  )
  .query(async ({ ctx, input: { documentId, search: words, around, cursor } }) => {
    await getDocument(ctx.tx, { workspaceId: ctx.workspaceId, documentId });
    const isFirst = cursor === undefined || cursor === null;
    return listPassages(ctx.tx, {
      documentId,
      search: words,
      from: cursor ?? 0,
      around: isFirst ? around : null,
    });
  });

/** Files come through `POST /console/documents`: they are too large for a procedure. */
const addPageProcedure = workspaceProcedure("knowledge.document.addPage")
  .input(
    z.strictObject({
      baseId: z.uuid(),
      url: webUrl,
      name: name.nullable().default(null),
      resyncHours: resyncHours.nullable().default(24),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { tx, workspaceId, actor } = ctx;
    const added = await addPage(tx, {
      workspaceId,
      actor,
      ...input,
      name: input.name ?? toPageName(input.url),
    });
    ctx.afterCommit(() => ctx.background.wake("ingestion", added.documentId));
    return added;
  });

function toPageName(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === "/" ? "" : pathname}`.slice(0, NAME_CHARS_MAX);
}

const updateDocumentProcedure = workspaceProcedure("knowledge.document.update")
  .input(
    byId.extend({
      name: name.optional(),
      tags: z.array(tag).max(TAGS_MAX).optional(),
      dataClass: z.enum(DATA_CLASSES).optional(),
      language: z.enum(["zh-CN", "en", "automatic"]).nullable().optional(),
      validFrom: day.nullable().optional(),
      validUntil: day.nullable().optional(),
      resyncHours: resyncHours.nullable().optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { tx, workspaceId, actor } = ctx;
    await updateDocument(tx, { workspaceId, actor, ...input });
    return { documentId: input.documentId };
  });

const retryDocumentProcedure = workspaceProcedure("knowledge.document.retry")
  .input(byId)
  .mutation(async ({ ctx, input }) => {
    await retryDocument(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    ctx.afterCommit(() => ctx.background.wake("ingestion", input.documentId));
    return input;
  });

const cancelDocumentProcedure = workspaceProcedure("knowledge.document.cancel")
  .input(byId)
  .mutation(async ({ ctx, input }) => {
    await cancelDocument(ctx.tx, { workspaceId: ctx.workspaceId, ...input });
    return input;
  });

const deleteDocumentProcedure = workspaceProcedure("knowledge.document.delete")
  .input(byId)
  .mutation(async ({ ctx, input }) => {
    await deleteDocument(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return input;
  });

const restoreDocumentProcedure = workspaceProcedure("knowledge.document.restore")
  .input(byId)
  .mutation(async ({ ctx, input }) => {
    await restoreDocument(ctx.tx, { workspaceId: ctx.workspaceId, actor: ctx.actor, ...input });
    return input;
  });

const editPassageProcedure = workspaceProcedure("knowledge.document.editPassage")
  .input(
    z.strictObject({
      passageId: z.uuid(),
      text: z.string().trim().min(1).max(PASSAGE_CHARS_MAX),
      /** When the editor's copy was written; an edit made meanwhile answers `conflict`. */
      knownAt: z.iso.datetime().transform((text) => new Date(text)),
    }),
  )
  .mutation(({ ctx, input }) => editPassage(ctx.tx, { workspaceId: ctx.workspaceId, ...input }));

/** What customers who ask this would be told, with scores; `isForCustomers: false` also looks at what they are not told. */
const searchProcedure = workspaceAction("knowledge.document.search")
  .input(
    z.strictObject({
      baseIds: z.array(z.uuid()).min(1).max(20),
      question: z.string().trim().min(1).max(500),
      layers: z
        .array(z.enum(SEARCH_LAYERS))
        .min(1)
        .default([...SEARCH_LAYERS]),
      tags: z.array(tag).max(TAGS_MAX).default([]),
      limit: z.int().min(1).max(20).default(5),
      isForCustomers: z.boolean().default(true),
    }),
  )
  .query(async ({ ctx, input: { baseIds, ...search } }) => {
    const { workspaceId, passages } = ctx;
    await ctx.inWorkspace(async (tx) => {
      for (const baseId of baseIds) await getBase(tx, { workspaceId, baseId });
    });
    // A large base that was just changed is indexed anew, which takes seconds: no connection is held meanwhile.
    const bases = await passages.getFresh({ workspaceId, bases: baseIds });
    await ctx.meanings.refresh();
    const startedAt = performance.now();
    const asked = { ...search, at: Date.now() };
    const hits = await withMeaning(ctx.meanings.begin(workspaceId), (meanings) =>
      meanings === null
        ? searchKnowledge(bases, asked)
        : searchByMeaningToo(bases, asked, (baseId) => meanings.findPassages(baseId, asked.question)),
    );
    return { hits, ms: Math.round((performance.now() - startedAt) * 100) / 100 };
  });

/** As `knowledge.document.*`. */
export const documentProcedures = {
  list: listDocumentsProcedure,
  tags: listTagsProcedure,
  get: getDocumentProcedure,
  passages: listPassagesProcedure,
  addPage: addPageProcedure,
  update: updateDocumentProcedure,
  retry: retryDocumentProcedure,
  cancel: cancelDocumentProcedure,
  delete: deleteDocumentProcedure,
  restore: restoreDocumentProcedure,
  editPassage: editPassageProcedure,
  search: searchProcedure,
};
