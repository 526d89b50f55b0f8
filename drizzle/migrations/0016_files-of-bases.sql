ALTER TABLE "file" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "base_id" uuid;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_base_id_knowledge_base_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."knowledge_base"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_base" ON "file" USING btree ("base_id");--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_owner" CHECK ((conversation_id is null) <> (base_id is null));