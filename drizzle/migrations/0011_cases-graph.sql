CREATE TABLE "knowledge_case" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"question" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"owner_id" uuid,
	"conversation_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"served" jsonb,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"approver_id" uuid,
	"approver_name" text,
	"approved_rev" integer,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "knowledge_case_revision" (
	"case_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_case_revision_case_id_rev_pk" PRIMARY KEY("case_id","rev")
);
--> statement-breakpoint
CREATE TABLE "graph_entity" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"aliases" text[] DEFAULT '{}'::text[] NOT NULL,
	"state" text DEFAULT 'suggested' NOT NULL,
	"is_manual" boolean DEFAULT false NOT NULL,
	"decider_id" uuid,
	"decider_name" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "graph_fact" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"predicate" text NOT NULL,
	"object_id" uuid,
	"value" text,
	"document_id" uuid,
	"passage_id" uuid,
	"quote" text DEFAULT '' NOT NULL,
	"span_from" integer DEFAULT 0 NOT NULL,
	"span_to" integer DEFAULT 0 NOT NULL,
	"key" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'suggested' NOT NULL,
	"is_source_changed" boolean DEFAULT false NOT NULL,
	"is_manual" boolean DEFAULT false NOT NULL,
	"decider_id" uuid,
	"decider_name" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "graph_reading" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"read_rev" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"is_cut" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "knowledge_base" ADD COLUMN "graph_rev" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_case" ADD CONSTRAINT "knowledge_case_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_case_revision" ADD CONSTRAINT "knowledge_case_revision_case_id_knowledge_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."knowledge_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD CONSTRAINT "graph_entity_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_fact" ADD CONSTRAINT "graph_fact_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_fact" ADD CONSTRAINT "graph_fact_subject_id_graph_entity_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."graph_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_fact" ADD CONSTRAINT "graph_fact_object_id_graph_entity_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."graph_entity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_fact" ADD CONSTRAINT "graph_fact_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_fact" ADD CONSTRAINT "graph_fact_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_reading" ADD CONSTRAINT "graph_reading_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knowledge_case_base" ON "knowledge_case" USING btree ("base_id","id");--> statement-breakpoint
CREATE INDEX "knowledge_case_conversation" ON "knowledge_case" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "graph_entity_key" ON "graph_entity" USING btree ("base_id","key");--> statement-breakpoint
CREATE INDEX "graph_entity_base" ON "graph_entity" USING btree ("base_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "graph_fact_key" ON "graph_fact" USING btree ("base_id","key");--> statement-breakpoint
CREATE INDEX "graph_fact_base" ON "graph_fact" USING btree ("base_id","state","id");--> statement-breakpoint
CREATE INDEX "graph_fact_document" ON "graph_fact" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "graph_fact_subject" ON "graph_fact" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "graph_fact_object" ON "graph_fact" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "graph_fact_passage" ON "graph_fact" USING btree ("passage_id");--> statement-breakpoint
CREATE INDEX "graph_reading_open" ON "graph_reading" USING btree ("document_id") WHERE rev > read_rev;
--> statement-breakpoint
-- What the console works on. The history of cases is only added to.
GRANT SELECT, INSERT, UPDATE, DELETE ON "knowledge_case", "graph_entity", "graph_fact", "graph_reading" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, INSERT ON "knowledge_case_revision" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "knowledge_case" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "knowledge_case_own" ON "knowledge_case" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "knowledge_case_revision" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "knowledge_case_revision_own" ON "knowledge_case_revision" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "graph_entity" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "graph_entity_own" ON "graph_entity" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "graph_fact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "graph_fact_own" ON "graph_fact" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "graph_reading" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "graph_reading_own" ON "graph_reading" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
-- Documents that were read before facts were looked for.
INSERT INTO "graph_reading" ("document_id", "workspace_id") SELECT id, workspace_id FROM "document" WHERE is_served AND deleted_at IS NULL;
