-- What the builder keeps is seen by its own workspace only, as everything else is.
GRANT SELECT, INSERT, UPDATE, DELETE ON "draft_snapshot", "draft_recovery", "gray_release", "version_move", "test_suite", "flow_test", "test_run", "tester_link", "flow_comment" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, INSERT ON "draft_change", "release_event" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "draft_change" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "draft_change_own" ON "draft_change" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "draft_snapshot" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "draft_snapshot_own" ON "draft_snapshot" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "draft_recovery" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "draft_recovery_own" ON "draft_recovery" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "gray_release" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "gray_release_own" ON "gray_release" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "version_move" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "version_move_own" ON "version_move" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "release_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "release_event_own" ON "release_event" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "test_suite" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "test_suite_own" ON "test_suite" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "flow_test" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "flow_test_own" ON "flow_test" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "test_run" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "test_run_own" ON "test_run" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "tester_link" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "tester_link_own" ON "tester_link" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "flow_comment" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "flow_comment_own" ON "flow_comment" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
