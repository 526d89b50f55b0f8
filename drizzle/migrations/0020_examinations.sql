CREATE TABLE "examination" (
	"workspace_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"report" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "examination_workspace_id_content_hash_pk" PRIMARY KEY("workspace_id","content_hash")
);
--> statement-breakpoint
ALTER TABLE "examination" ADD CONSTRAINT "examination_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "examination_used" ON "examination" USING btree ("workspace_id","used_at");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "examination" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "examination" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "examination_own" ON "examination" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
