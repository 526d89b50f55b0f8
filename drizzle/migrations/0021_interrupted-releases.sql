CREATE TABLE "faq_release_attempt" (
	"base_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"attempt_id" uuid DEFAULT uuidv7() NOT NULL,
	"note" text NOT NULL,
	"author_name" text NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"alive_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "graph_reading" ADD COLUMN "qa_rows" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "faq_release_attempt" ADD CONSTRAINT "faq_release_attempt_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "faq_release_attempt" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "faq_release_attempt" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_release_attempt_own" ON "faq_release_attempt" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
