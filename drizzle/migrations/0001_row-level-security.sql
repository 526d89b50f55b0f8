-- The console's second wall: its transactions run as jieda_console (SET LOCAL ROLE) with jieda.workspace_id set.
-- Without the setting every policy is false: no rows, never all rows. The runtime runs as the owner; its statements are keyed by conversation.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jieda_console') THEN
    CREATE ROLE jieda_console NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
GRANT jieda_console TO CURRENT_USER;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "bot", "flow_draft", "flow_version", "publish_failure", "contact", "conversation", "inbound", "turn", "message", "queued_call", "timer", "metric_event", "rating", "file", "workspace" TO jieda_console;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO jieda_console;
--> statement-breakpoint
CREATE FUNCTION jieda_workspace_id() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('jieda.workspace_id', true), '')::uuid $$;
--> statement-breakpoint
ALTER TABLE "workspace" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "workspace_own" ON "workspace" TO jieda_console USING (id = jieda_workspace_id()) WITH CHECK (id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "bot" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "bot_own" ON "bot" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "flow_draft" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "flow_draft_own" ON "flow_draft" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "flow_version" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "flow_version_own" ON "flow_version" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "publish_failure" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "publish_failure_own" ON "publish_failure" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "contact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "contact_own" ON "contact" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "conversation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "conversation_own" ON "conversation" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "inbound" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "inbound_own" ON "inbound" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "turn" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "turn_own" ON "turn" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "message_own" ON "message" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "queued_call" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "queued_call_own" ON "queued_call" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "timer" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "timer_own" ON "timer" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "metric_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "metric_event_own" ON "metric_event" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "rating" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "rating_own" ON "rating" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "file_own" ON "file" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "conversation" SET (fillfactor = 80);
