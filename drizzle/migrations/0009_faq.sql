CREATE TABLE "faq_category" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faq_entry" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"category_id" uuid,
	"question" jsonb NOT NULL,
	"similar" text[] DEFAULT '{}'::text[] NOT NULL,
	"negatives" text[] DEFAULT '{}'::text[] NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"data_class" text DEFAULT 'general' NOT NULL,
	"owner_id" uuid,
	"valid_from" timestamp with time zone,
	"valid_to" timestamp with time zone,
	"review_every_days" integer,
	"reviewed_at" timestamp with time zone,
	"state" text DEFAULT 'draft' NOT NULL,
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
CREATE TABLE "faq_release" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"model" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"entries_count" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "faq_release_number" UNIQUE("base_id","number")
);
--> statement-breakpoint
CREATE TABLE "faq_release_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"release_id" uuid NOT NULL,
	"from_release_id" uuid,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faq_revision" (
	"entry_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "faq_revision_entry_id_rev_pk" PRIMARY KEY("entry_id","rev")
);
--> statement-breakpoint
CREATE TABLE "faq_setting" (
	"base_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"four_eyes" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faq_synonym" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"base_id" uuid,
	"words" text[] NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "faq_category" ADD CONSTRAINT "faq_category_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_category" ADD CONSTRAINT "faq_category_parent_id_faq_category_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."faq_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_entry" ADD CONSTRAINT "faq_entry_category_id_faq_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."faq_category"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_release" ADD CONSTRAINT "faq_release_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_release_event" ADD CONSTRAINT "faq_release_event_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_revision" ADD CONSTRAINT "faq_revision_entry_id_faq_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."faq_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_setting" ADD CONSTRAINT "faq_setting_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_synonym" ADD CONSTRAINT "faq_synonym_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "faq_category_base" ON "faq_category" USING btree ("base_id","parent_id");--> statement-breakpoint
CREATE INDEX "faq_entry_base" ON "faq_entry" USING btree ("base_id","id");--> statement-breakpoint
CREATE INDEX "faq_entry_category" ON "faq_entry" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "faq_release_event_base" ON "faq_release_event" USING btree ("base_id","id");--> statement-breakpoint
CREATE INDEX "faq_synonym_workspace" ON "faq_synonym" USING btree ("workspace_id","base_id");
--> statement-breakpoint
-- What the console works on. History and releases are only added to.
GRANT SELECT, INSERT, UPDATE, DELETE ON "faq_setting", "faq_category", "faq_entry", "faq_synonym" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, INSERT ON "faq_revision", "faq_release", "faq_release_event" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "faq_setting" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_setting_own" ON "faq_setting" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_category" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_category_own" ON "faq_category" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_entry" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_entry_own" ON "faq_entry" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_revision" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_revision_own" ON "faq_revision" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_synonym" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_synonym_own" ON "faq_synonym" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_release" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_release_own" ON "faq_release" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_release_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_release_event_own" ON "faq_release_event" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
