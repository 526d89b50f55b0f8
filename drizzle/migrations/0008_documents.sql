CREATE TABLE "document" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"url" text,
	"media_type" text,
	"size" integer DEFAULT 0 NOT NULL,
	"sha256" text,
	"etag" text,
	"state" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_facts" jsonb,
	"is_served" boolean DEFAULT false NOT NULL,
	"passages" integer DEFAULT 0 NOT NULL,
	"chars" bigint DEFAULT 0 NOT NULL,
	"language" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"data_class" text DEFAULT 'general' NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"resync_hours" integer,
	"next_sync_at" timestamp with time zone,
	"last_sync_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "document_piece" (
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "document_piece_document_id_position_pk" PRIMARY KEY("document_id","position")
);
--> statement-breakpoint
CREATE TABLE "passage" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"document_id" uuid NOT NULL,
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"title_path" text[] NOT NULL,
	"text" text NOT NULL,
	"place" jsonb NOT NULL,
	"is_edited" boolean DEFAULT false NOT NULL,
	"is_outdated" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_piece" ADD CONSTRAINT "document_piece_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_base" ON "document" USING btree ("base_id","id");--> statement-breakpoint
CREATE INDEX "document_open" ON "document" USING btree ("id") WHERE state in ('queued', 'parsing');--> statement-breakpoint
CREATE INDEX "document_sync" ON "document" USING btree ("next_sync_at") WHERE next_sync_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "passage_key" ON "passage" USING btree ("document_id","key");--> statement-breakpoint
CREATE INDEX "passage_document" ON "passage" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "passage_base" ON "passage" USING btree ("base_id","id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "document", "document_piece", "passage" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "document" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "document_own" ON "document" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "document_piece" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "document_piece_own" ON "document_piece" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "passage" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "passage_own" ON "passage" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
