CREATE TABLE "draft_change" (
	"bot_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"ops" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_change_bot_id_rev_pk" PRIMARY KEY("bot_id","rev"),
	CONSTRAINT "draft_change_once" UNIQUE("bot_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "draft_recovery" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"op" jsonb NOT NULL,
	"theirs" jsonb,
	"reason" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "draft_snapshot" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"bundle" jsonb NOT NULL,
	"reason" text NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gray_release" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"audience" jsonb NOT NULL,
	"guard" jsonb NOT NULL,
	"state" text NOT NULL,
	"halt_reason" jsonb,
	"author_name" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "release_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version_id" uuid NOT NULL,
	"from_version_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"author_name" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_move" (
	"bot_id" uuid NOT NULL,
	"from_version_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"to_version_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "version_move_bot_id_from_version_id_pk" PRIMARY KEY("bot_id","from_version_id")
);
--> statement-breakpoint
CREATE TABLE "flow_comment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"flow_id" text NOT NULL,
	"node_id" text,
	"link_id" uuid,
	"message" text,
	"question" text,
	"thumb" text,
	"text" text NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"resolved_at" timestamp with time zone,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_test" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"suite_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"script" jsonb NOT NULL,
	"source" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_run" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"suite_id" uuid,
	"kind" text NOT NULL,
	"draft_rev" integer,
	"version_id" uuid,
	"bundle" jsonb NOT NULL,
	"input" jsonb NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	"results" jsonb,
	"error" text,
	"author_name" text NOT NULL,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "test_suite" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tester_link" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"version_id" uuid,
	"password_hash" text,
	"author_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "flow_version" ADD COLUMN "check_report" jsonb;--> statement-breakpoint
ALTER TABLE "flow_version" ADD COLUMN "test_report" jsonb;--> statement-breakpoint
ALTER TABLE "flow_version" ADD COLUMN "draft_rev" integer;--> statement-breakpoint
ALTER TABLE "draft_change" ADD CONSTRAINT "draft_change_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_recovery" ADD CONSTRAINT "draft_recovery_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_snapshot" ADD CONSTRAINT "draft_snapshot_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gray_release" ADD CONSTRAINT "gray_release_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_event" ADD CONSTRAINT "release_event_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_move" ADD CONSTRAINT "version_move_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_comment" ADD CONSTRAINT "flow_comment_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_test" ADD CONSTRAINT "flow_test_suite_id_test_suite_id_fk" FOREIGN KEY ("suite_id") REFERENCES "public"."test_suite"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_test" ADD CONSTRAINT "flow_test_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_run" ADD CONSTRAINT "test_run_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_suite" ADD CONSTRAINT "test_suite_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tester_link" ADD CONSTRAINT "tester_link_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_recovery_bot" ON "draft_recovery" USING btree ("bot_id","id");--> statement-breakpoint
CREATE INDEX "draft_snapshot_bot" ON "draft_snapshot" USING btree ("bot_id","id");--> statement-breakpoint
CREATE INDEX "gray_release_bot" ON "gray_release" USING btree ("bot_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "gray_release_open" ON "gray_release" USING btree ("bot_id") WHERE state in ('running', 'halted');--> statement-breakpoint
CREATE INDEX "release_event_bot" ON "release_event" USING btree ("bot_id","id");--> statement-breakpoint
CREATE INDEX "flow_comment_bot" ON "flow_comment" USING btree ("bot_id","id");--> statement-breakpoint
CREATE INDEX "flow_test_suite" ON "flow_test" USING btree ("suite_id","position");--> statement-breakpoint
CREATE INDEX "test_run_bot" ON "test_run" USING btree ("bot_id","id");--> statement-breakpoint
CREATE INDEX "test_run_open" ON "test_run" USING btree ("id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "test_suite_bot" ON "test_suite" USING btree ("bot_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tester_link_token" ON "tester_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "tester_link_bot" ON "tester_link" USING btree ("bot_id","id");