import { z } from "zod";

const ALLOWED_MAX = 500;

export const runningSchema = z.enum(["finish", "move", "restart"]);

export const audienceSchema = z.strictObject({
  percent: z.number().min(0).max(100),
  /** `user:<sub>` or `visitor:<id>`. */
  allowList: z.array(z.string().trim().min(1).max(200)).max(ALLOWED_MAX),
  channels: z.array(z.string().trim().min(1).max(64)).max(20),
  tags: z.array(z.string().trim().min(1).max(64)).max(50),
});

const rate = z.number().min(0).max(1).nullable();

export const guardSchema = z.strictObject({
  conversationsMin: z.int().min(1).max(10_000),
  failureRateMax: rate,
  fallbackRateMax: rate,
  downRateMax: rate,
});

export const noteSchema = z.string().trim().max(2_000);
