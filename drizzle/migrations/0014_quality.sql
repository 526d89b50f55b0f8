CREATE TABLE "base_check" (
	"base_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"print" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_check" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"passes" smallint NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "glossary_term" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"preferred" text NOT NULL,
	"forbidden" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_name" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "knowledge_task" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"base_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"title" text NOT NULL,
	"facts" jsonb NOT NULL,
	"owner_id" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"snoozed_until" timestamp with time zone,
	"state" text DEFAULT 'open' NOT NULL,
	"closed_by_name" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "label" (
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_name" text NOT NULL,
	"scope" text NOT NULL,
	"verdict" text NOT NULL,
	"relevant" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "label_item_id_kind_user_id_pk" PRIMARY KEY("item_id","kind","user_id")
);
--> statement-breakpoint
CREATE TABLE "label_item" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"sample_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"bot_id" uuid NOT NULL,
	"stratum" text NOT NULL,
	"position" integer NOT NULL,
	"before" text DEFAULT '' NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"answered_by" text NOT NULL,
	"found" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	"scope" text,
	"verdict" text,
	"relevant" jsonb,
	"lease_user_id" uuid,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "label_sample" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"seed" bigint NOT NULL,
	"bot_id" uuid,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"population" jsonb NOT NULL,
	"annotators" smallint NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "label_skip" (
	"item_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "label_skip_item_id_user_id_pk" PRIMARY KEY("item_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "base_check" ADD CONSTRAINT "base_check_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_check" ADD CONSTRAINT "entry_check_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glossary_term" ADD CONSTRAINT "glossary_term_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_task" ADD CONSTRAINT "knowledge_task_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label" ADD CONSTRAINT "label_item_id_label_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."label_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label_item" ADD CONSTRAINT "label_item_sample_id_label_sample_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."label_sample"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label_sample" ADD CONSTRAINT "label_sample_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label_skip" ADD CONSTRAINT "label_skip_item_id_label_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."label_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_check_base" ON "entry_check" USING btree ("base_id","passes");--> statement-breakpoint
CREATE UNIQUE INDEX "glossary_term_preferred" ON "glossary_term" USING btree ("workspace_id","locale",lower("preferred"));--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_task_cause" ON "knowledge_task" USING btree ("subject_id","kind","cause");--> statement-breakpoint
CREATE INDEX "knowledge_task_open" ON "knowledge_task" USING btree ("workspace_id","due_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "label_user" ON "label" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "label_item_turn" ON "label_item" USING btree ("conversation_id","turn");--> statement-breakpoint
CREATE INDEX "label_item_sample" ON "label_item" USING btree ("sample_id","position");--> statement-breakpoint
CREATE INDEX "label_item_workspace" ON "label_item" USING btree ("workspace_id","state");--> statement-breakpoint
CREATE INDEX "label_sample_workspace" ON "label_sample" USING btree ("workspace_id","id");
--> statement-breakpoint
-- What the console works on; what the check job finds, it only reads.
GRANT SELECT, INSERT, UPDATE, DELETE ON "label_sample", "label_item", "label", "label_skip", "glossary_term" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, UPDATE ON "knowledge_task" TO jieda_console;
--> statement-breakpoint
GRANT SELECT ON "entry_check", "base_check" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "label_sample" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "label_sample_own" ON "label_sample" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "label_item" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "label_item_own" ON "label_item" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "label" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "label_own" ON "label" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "label_skip" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "label_skip_own" ON "label_skip" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "glossary_term" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "glossary_term_own" ON "glossary_term" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "knowledge_task" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "knowledge_task_own" ON "knowledge_task" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "entry_check" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "entry_check_own" ON "entry_check" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "base_check" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "base_check_own" ON "base_check" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
