ALTER TABLE "flow_draft" ADD COLUMN "base_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "flow_version" ADD COLUMN "base_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD COLUMN "same_as_id" uuid;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD COLUMN "merged_by_name" text;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD CONSTRAINT "graph_entity_merged_into_id_graph_entity_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."graph_entity"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_entity" ADD CONSTRAINT "graph_entity_same_as_id_graph_entity_id_fk" FOREIGN KEY ("same_as_id") REFERENCES "public"."graph_entity"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "graph_entity_merged" ON "graph_entity" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "graph_entity_same" ON "graph_entity" USING btree ("same_as_id") WHERE same_as_id is not null;
--> statement-breakpoint
-- An id is found as a text: it is unique, and where a flow names it is the business of the kinds. Written with the bundle, so that
-- asking which bots name a base reads no bundle.
CREATE FUNCTION jieda_find_base_ids(bundle jsonb, workspace uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  select coalesce(array_agg(b.id order by b.id), '{}')
  from (select bundle::text as words offset 0) said
  join knowledge_base b on b.workspace_id = workspace and strpos(said.words, '"' || b.id || '"') > 0
$$;
--> statement-breakpoint
CREATE FUNCTION jieda_keep_base_ids() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.base_ids := jieda_find_base_ids(NEW.bundle, NEW.workspace_id);
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "flow_draft_base_ids" BEFORE INSERT OR UPDATE OF bundle ON "flow_draft" FOR EACH ROW EXECUTE FUNCTION jieda_keep_base_ids();
--> statement-breakpoint
CREATE TRIGGER "flow_version_base_ids" BEFORE INSERT OR UPDATE OF bundle ON "flow_version" FOR EACH ROW EXECUTE FUNCTION jieda_keep_base_ids();
--> statement-breakpoint
UPDATE "flow_draft" SET base_ids = jieda_find_base_ids(bundle, workspace_id);
--> statement-breakpoint
UPDATE "flow_version" SET base_ids = jieda_find_base_ids(bundle, workspace_id);
