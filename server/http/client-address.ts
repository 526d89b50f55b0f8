import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

const known = new LRUCache<string, string>({ max: 10_000 });

/**
 * One key a caller for limits, however the address is written: IPv4 inside IPv6 is the IPv4 address, and IPv6 counts by its
 * /64, since one customer owns all of it.
 */
export function toAddressKey(address: string): string {
  const held = known.get(address);
  if (held !== undefined) return held;
  const key = normalize(address);
  known.set(address, key);
  return key;
}

function normalize(address: string): string {
  const bare = address.replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return "unknown";
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

/** True for the machine itself. */
export function isLoopback(address: string | undefined): boolean {
  const bare = address?.replace(/%.*$/, "");
  return bare !== undefined && ipaddr.isValid(bare) && ipaddr.process(bare).range() === "loopback";
}
