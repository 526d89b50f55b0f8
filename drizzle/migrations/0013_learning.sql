CREATE TABLE "faq_test" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"question" text NOT NULL,
	"decision_id" uuid,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "faq_test_question" UNIQUE("base_id","question")
);
--> statement-breakpoint
CREATE TABLE "learning_cluster" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"merged_into" uuid,
	"decision_id" uuid,
	"decided_at" timestamp with time zone,
	"base_id" uuid,
	"entry_id" uuid,
	"reopened_at" timestamp with time zone,
	"near" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_decision" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cluster_ids" uuid[] NOT NULL,
	"title" text NOT NULL,
	"base_id" uuid,
	"entry_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "learning_question" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"contact_id" uuid NOT NULL,
	"text" text NOT NULL,
	"key" text NOT NULL,
	"signals" text[] NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"cluster_id" uuid,
	CONSTRAINT "learning_question_turn" UNIQUE("conversation_id","turn")
);
--> statement-breakpoint
CREATE TABLE "learning_run" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"read_to" timestamp with time zone,
	"found" integer DEFAULT 0 NOT NULL,
	"clusters" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "faq_release" ADD COLUMN "tests_count" integer;--> statement-breakpoint
ALTER TABLE "faq_release" ADD COLUMN "tests_passed" integer;--> statement-breakpoint
ALTER TABLE "faq_test" ADD CONSTRAINT "faq_test_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_test" ADD CONSTRAINT "faq_test_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_test" ADD CONSTRAINT "faq_test_entry_id_faq_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."faq_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_cluster" ADD CONSTRAINT "learning_cluster_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_cluster" ADD CONSTRAINT "learning_cluster_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_cluster" ADD CONSTRAINT "learning_cluster_entry_id_faq_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."faq_entry"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_decision" ADD CONSTRAINT "learning_decision_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_question" ADD CONSTRAINT "learning_question_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_question" ADD CONSTRAINT "learning_question_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_question" ADD CONSTRAINT "learning_question_cluster_id_learning_cluster_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."learning_cluster"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_run" ADD CONSTRAINT "learning_run_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "faq_test_entry" ON "faq_test" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "learning_cluster_workspace" ON "learning_cluster" USING btree ("workspace_id","state");--> statement-breakpoint
CREATE INDEX "learning_cluster_merged" ON "learning_cluster" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "learning_decision_workspace" ON "learning_decision" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "learning_question_cluster" ON "learning_question" USING btree ("cluster_id","asked_at");--> statement-breakpoint
CREATE INDEX "learning_question_asked" ON "learning_question" USING btree ("workspace_id","asked_at");--> statement-breakpoint
CREATE INDEX "learning_question_new" ON "learning_question" USING btree ("workspace_id","id") WHERE cluster_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "learning_run_open" ON "learning_run" USING btree ("workspace_id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "learning_run_workspace" ON "learning_run" USING btree ("workspace_id","id");
--> statement-breakpoint
-- What the console works on. Decisions are only added to and, once, marked as undone.
GRANT SELECT, INSERT, UPDATE, DELETE ON "learning_cluster", "learning_question", "learning_run", "faq_test" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "learning_decision" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "learning_cluster" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "learning_cluster_own" ON "learning_cluster" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "learning_question" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "learning_question_own" ON "learning_question" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "learning_decision" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "learning_decision_own" ON "learning_decision" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "learning_run" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "learning_run_own" ON "learning_run" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "faq_test" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "faq_test_own" ON "faq_test" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
