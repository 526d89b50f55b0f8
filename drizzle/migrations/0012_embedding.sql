CREATE TABLE "base_embedding" (
	"base_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"state" text NOT NULL,
	"model_key" text,
	"passages_rev" integer,
	"release_id" uuid,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_facts" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "base_vector" (
	"base_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"model_key" text NOT NULL,
	"hash" text NOT NULL,
	"vector" real[] NOT NULL,
	CONSTRAINT "base_vector_base_id_model_key_hash_pk" PRIMARY KEY("base_id","model_key","hash")
);
--> statement-breakpoint
CREATE TABLE "embedding_provider" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"base_url" text NOT NULL,
	"model" text NOT NULL,
	"api_key" text,
	"batch_size" integer NOT NULL,
	"dimensions" integer NOT NULL,
	"model_key" text NOT NULL,
	"author_name" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "base_embedding" ADD CONSTRAINT "base_embedding_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "base_vector" ADD CONSTRAINT "base_vector_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embedding_provider" ADD CONSTRAINT "embedding_provider_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "base_embedding_workspace" ON "base_embedding" USING btree ("workspace_id");--> statement-breakpoint
-- Vectors are written by the program alone; the console says who makes them and asks for another try.
GRANT SELECT, INSERT, UPDATE, DELETE ON "embedding_provider" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, UPDATE ON "base_embedding" TO jieda_console;
--> statement-breakpoint
GRANT SELECT ON "base_vector" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "embedding_provider" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "embedding_provider_own" ON "embedding_provider" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "base_embedding" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "base_embedding_own" ON "base_embedding" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "base_vector" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "base_vector_own" ON "base_vector" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
