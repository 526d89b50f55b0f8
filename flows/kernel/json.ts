import { z } from "zod";

/** Any value that survives JSON; the only kind of value that a session, an event or an effect may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json();
