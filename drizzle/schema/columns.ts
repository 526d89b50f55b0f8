import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { bot } from "./bot.ts";

/** A moment, with its time zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What goes when its bot is deleted for good. */
export const ofBot = () =>
  uuid("bot_id")
    .notNull()
    .references(() => bot.id, { onDelete: "cascade" });
