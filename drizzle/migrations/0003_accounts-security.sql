-- The console's role sees of accounts only what its members' names need; passwords, sessions, second factors and throttles stay out of its reach.
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_email_lower" CHECK (email = lower(email));
--> statement-breakpoint
ALTER TABLE "setup_token" ADD CONSTRAINT "setup_token_single" CHECK (id = 1);
--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_role" CHECK (role IN ('owner', 'admin', 'editor', 'reviewer', 'analyst', 'agent'));
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role" CHECK (role IN ('owner', 'admin', 'editor', 'reviewer', 'analyst', 'agent'));
--> statement-breakpoint
GRANT SELECT (id, name, email, two_factor_enabled) ON "auth_user" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, DELETE, UPDATE (role, disabled_at) ON "member" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (revoked_at) ON "invitation" TO jieda_console;
--> statement-breakpoint
GRANT SELECT, INSERT ON "audit_entry" TO jieda_console;
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "member_own" ON "member" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "invitation_own" ON "invitation" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "audit_entry_own" ON "audit_entry" TO jieda_console USING (workspace_id = jieda_workspace_id()) WITH CHECK (workspace_id = jieda_workspace_id());
--> statement-breakpoint
ALTER TABLE "auth_user" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "auth_user_of_members" ON "auth_user" FOR SELECT TO jieda_console USING (EXISTS (SELECT FROM "member" WHERE "member".user_id = "auth_user".id AND "member".workspace_id = jieda_workspace_id()));
--> statement-breakpoint
-- A workspace without an owner could never be managed again. The lock makes two owners who leave at once take turns.
CREATE FUNCTION jieda_keep_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.role = 'owner' AND OLD.disabled_at IS NULL
    AND (TG_OP = 'DELETE' OR NEW.role <> 'owner' OR NEW.disabled_at IS NOT NULL) THEN
    PERFORM 1 FROM workspace WHERE id = OLD.workspace_id FOR NO KEY UPDATE;
    IF FOUND AND NOT EXISTS (
      SELECT FROM member
      WHERE workspace_id = OLD.workspace_id AND user_id <> OLD.user_id AND role = 'owner' AND disabled_at IS NULL
    ) THEN
      RAISE EXCEPTION 'the last owner stays' USING ERRCODE = 'JD001';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER member_keep_owner BEFORE UPDATE OR DELETE ON "member" FOR EACH ROW EXECUTE FUNCTION jieda_keep_owner();
--> statement-breakpoint
CREATE FUNCTION jieda_end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.role <> OLD.role OR (NEW.disabled_at IS NULL) <> (OLD.disabled_at IS NULL) THEN
    DELETE FROM auth_session WHERE user_id = OLD.user_id AND active_workspace_id = OLD.workspace_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER member_end_sessions AFTER UPDATE OR DELETE ON "member" FOR EACH ROW EXECUTE FUNCTION jieda_end_sessions();
