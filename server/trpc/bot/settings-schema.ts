import { z } from "zod";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import { CHANNELS } from "#flows/kernel/channels.ts";
import { LOCALES } from "#flows/kernel/text.ts";

const ORIGINS_MAX = 50;
const BURST_MS_MAX = 10_000;

/** `https://shop.example`, `http://localhost:8080`: scheme, host and port, nothing after, as browsers send it. */
const originSchema = z
  .string()
  .max(255)
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return (url.protocol === "https:" || url.protocol === "http:") && url.origin === value;
  });

const avatarSchema = z
  .string()
  .max(500)
  .refine(
    (value) => (URL.canParse(value) && new URL(value).protocol === "https:") || /^\/[^/\\]/.test(value),
  );

/** All of a bot's settings, as the console sends them. */
export const botSettingsSchema = z.strictObject({
  locales: z
    .array(z.enum(LOCALES))
    .min(1)
    .refine((locales) => new Set(locales).size === locales.length)
    .readonly(),
  theme: z.strictObject({
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
    position: z.enum(["left", "right"]),
    dark: z.enum(["auto", "light", "dark"]),
    launcherText: z.string().trim().min(1).max(40).nullable(),
    avatarUrl: avatarSchema.nullable(),
  }),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).readonly().optional(),
  allowedOrigins: z.array(originSchema).max(ORIGINS_MAX).readonly(),
  sound: z.boolean(),
  fileUpload: z.boolean(),
  identityRequired: z.boolean(),
  burstMs: z.int().min(0).max(BURST_MS_MAX),
}) satisfies z.ZodType<BotSettings>;
