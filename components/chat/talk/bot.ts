import * as z from "zod/mini";

const themeSchema = z.object({
  color: z._default(z.nullable(z.string()), null),
  position: z.catch(z.enum(["left", "right"]), "right"),
  launcherText: z._default(z.nullable(z.string()), null),
  dark: z.catch(z.enum(["auto", "light", "dark"]), "auto"),
  avatarUrl: z._default(z.nullable(z.string()), null),
});

/** What a face needs to know of a bot before the first word. */
export const botSchema = z.object({
  botKey: z.string(),
  name: z.string(),
  locales: z.array(z.string()),
  theme: themeSchema,
  sound: z.boolean(),
  fileUpload: z.boolean(),
  identityRequired: z.boolean(),
});

export type Bot = z.infer<typeof botSchema>;
