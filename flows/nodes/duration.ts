import { z } from "zod";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a node may wait for a customer. WeChat closes its reply window after two days; a web visitor may come back in a week. */
export const waitMsSchema = z
  .int()
  .min(1_000)
  .max(7 * DAY_MS);

/** How long a drawn delay may last. */
export const delayMsSchema = z
  .int()
  .min(0)
  .max(30 * DAY_MS);
