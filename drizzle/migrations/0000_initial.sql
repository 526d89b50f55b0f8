-- PostgreSQL 18 has uuidv7(); older servers get the same from this function (RFC 9562, 5.7).
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_proc WHERE proname = 'uuidv7') THEN
    CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE AS $f$
      SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
    $f$;
  END IF;
END $$;
--> statement-breakpoint
CREATE TABLE "bot" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"identity_secret" text,
	"live_version_id" uuid,
	"is_paused" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "bot_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "flow_draft" (
	"bot_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bundle" jsonb NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"bundle" jsonb NOT NULL,
	"models" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"engine_abi" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "flow_version_number" UNIQUE("bot_id","number")
);
--> statement-breakpoint
CREATE TABLE "publish_failure" (
	"bot_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"problems" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_verified" smallint DEFAULT 0 NOT NULL,
	"name" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"session" jsonb,
	"status" text NOT NULL,
	"owner" text DEFAULT 'bot' NOT NULL,
	"epoch" bigint DEFAULT 0 NOT NULL,
	"turns" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"pending" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"wake_at" timestamp with time zone,
	"last_text" text,
	"resolution" text,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "file" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"data" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound" (
	"conversation_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "inbound_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"state" text NOT NULL,
	"turn" integer,
	"crashes" smallint DEFAULT 0 NOT NULL,
	"error" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "inbound_conversation_id_client_id_pk" PRIMARY KEY("conversation_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"idx" smallint NOT NULL,
	"role" text NOT NULL,
	"origin" text NOT NULL,
	"client_id" text,
	"node_id" text,
	"author" text,
	"parts" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_conversation_id_seq_pk" PRIMARY KEY("conversation_id","seq"),
	CONSTRAINT "message_turn_idx" UNIQUE("conversation_id","turn","idx")
);
--> statement-breakpoint
CREATE TABLE "metric_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "metric_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"facts" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queued_call" (
	"conversation_id" uuid NOT NULL,
	"call_id" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"node_id" text NOT NULL,
	"request" jsonb NOT NULL,
	"state" text NOT NULL,
	"result" jsonb,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"retry_max" smallint NOT NULL,
	"backoff_ms" integer NOT NULL,
	"timeout_ms" integer NOT NULL,
	"lease_owner" text,
	"lease_epoch" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"duration_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queued_call_conversation_id_call_id_pk" PRIMARY KEY("conversation_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"value" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rating_target" UNIQUE NULLS NOT DISTINCT("conversation_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "timer" (
	"conversation_id" uuid NOT NULL,
	"timer_id" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"fire_at" timestamp with time zone NOT NULL,
	CONSTRAINT "timer_conversation_id_timer_id_pk" PRIMARY KEY("conversation_id","timer_id")
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"conversation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"epoch" bigint NOT NULL,
	"steps" jsonb NOT NULL,
	"replay" jsonb NOT NULL,
	"duration_ms" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "turn_conversation_id_number_pk" PRIMARY KEY("conversation_id","number")
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bot" ADD CONSTRAINT "bot_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_draft" ADD CONSTRAINT "flow_draft_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_version" ADD CONSTRAINT "flow_version_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_version" ADD CONSTRAINT "flow_version_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publish_failure" ADD CONSTRAINT "publish_failure_bot_id_bot_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bot_workspace" ON "bot" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_key" ON "contact" USING btree ("bot_id","key");--> statement-breakpoint
CREATE INDEX "conversation_bot" ON "conversation" USING btree ("bot_id","id");--> statement-breakpoint
CREATE INDEX "conversation_workspace" ON "conversation" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "conversation_contact" ON "conversation" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "conversation_pending" ON "conversation" USING btree ("id") WHERE pending > 0;--> statement-breakpoint
CREATE INDEX "file_conversation" ON "file" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "inbound_open" ON "inbound" USING btree ("conversation_id","position") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "inbound_dead" ON "inbound" USING btree ("workspace_id","position") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "metric_event_bot" ON "metric_event" USING btree ("bot_id","name","at");--> statement-breakpoint
CREATE INDEX "queued_call_open" ON "queued_call" USING btree ("next_at") WHERE state <> 'consumed';--> statement-breakpoint
CREATE INDEX "timer_due" ON "timer" USING btree ("fire_at");