import { z } from "zod";

/** What customers read at the top of the chat. */
export const botNameSchema = z.string().trim().min(1).max(80);
