import ipaddr from "ipaddr.js";

/** Names that mean a machine nearby, whatever they resolve to. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)\.?$/i;
const PORTS: ReadonlySet<number> = new Set([80, 443]);

/** All of the IPv6 internet so far; `::127.0.0.1` and other old forms lie outside of it. */
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");
const isGlobal = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.kind() === "ipv4" || address.match(GLOBAL_IPV6);

export type AddressGuard = {
  /** Whether a name may be looked up at all. */
  allowsName(name: string): boolean;
  /** Whether a connection to this very address may be opened. */
  allowsAddress(address: string, port: number): boolean;
};

/**
 * Lets through what is on the public internet, and the ranges that the operator of this installation has named. It names what is
 * allowed and not what is forbidden: of the special ranges, more are found every year.
 */
export function createAddressGuard(allowCidr: readonly string[]): AddressGuard {
  const ranges = allowCidr.map((cidr) => ipaddr.parseCIDR(cidr));
  const isNamed = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    ranges.some((range) => address.kind() === range[0].kind() && address.match(range));
  return {
    allowsName: (name) =>
      ranges.length > 0 || (name.replace(/\.$/, "").includes(".") && !LOCAL_NAME.test(name)),
    allowsAddress: (text, port) => {
      if (!ipaddr.isValid(text)) return false;
      // `::ffff:127.0.0.1` is 127.0.0.1.
      const address = ipaddr.process(text);
      return isNamed(address) || (PORTS.has(port) && address.range() === "unicast" && isGlobal(address));
    },
  };
}
