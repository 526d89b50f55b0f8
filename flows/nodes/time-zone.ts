import { z } from "zod";

/** A name of the IANA list that this runtime knows, such as `Asia/Shanghai`. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, "an IANA time zone");

/** The whole of China keeps Beijing time. */
export const TIME_ZONE_DEFAULT = "Asia/Shanghai";

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
