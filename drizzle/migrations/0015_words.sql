ALTER TABLE "faq_release" ADD COLUMN "cause" text DEFAULT 'entries' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_base" ADD COLUMN "words_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "knowledge_base" ADD COLUMN "words_changed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "knowledge_base" ADD COLUMN "words_changed_by_name" text;--> statement-breakpoint
CREATE INDEX "knowledge_base_words" ON "knowledge_base" USING btree ("id") WHERE words_changed_at is not null;