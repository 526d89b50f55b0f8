import { z } from "zod";

/** tRPC's infinite queries send it along; lists here only go forward. */
export const pagingDirection = { direction: z.literal("forward").optional() };
