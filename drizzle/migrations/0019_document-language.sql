ALTER TABLE "document" ADD COLUMN "language_by_person" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Whether a language was recognised or chosen was not kept: where the settings of a document were ever saved it stays as it is.
UPDATE "document" d SET language_by_person = true
WHERE language IS NOT NULL AND EXISTS (
  SELECT FROM "audit_entry" a
  WHERE a.workspace_id = d.workspace_id AND a.action = 'document-changed' AND a.target = d.name
);
