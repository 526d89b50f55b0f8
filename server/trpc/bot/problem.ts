import type { JsonObject } from "#flows/kernel/json.ts";

/** One reason why a draft cannot be served, as publishing stored it (see `flows/kernel/validate.ts`). */
export type Problem = JsonObject;
