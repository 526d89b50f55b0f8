CREATE TABLE "comment_mention" (
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "comment_mention_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_flow_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."flow_comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_mention_unread" ON "comment_mention" USING btree ("user_id","bot_id") WHERE read_at is null;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "comment_mention" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "comment_mention" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "comment_mention_own" ON "comment_mention" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
