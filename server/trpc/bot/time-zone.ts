import { z } from "zod";

/** The reader's own zone decides where a day begins; PostgreSQL would throw on a name that it does not know. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine((name) => Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC")
  .catch("UTC");
