import { expect, test } from "vitest";
import { isLoopback, toAddressKey } from "./client-address.ts";

test("counts all spellings of an IPv4 address as one caller", () => {
  for (const address of ["203.0.113.9", "::ffff:203.0.113.9", "::FFFF:cb00:7109"])
    expect(toAddressKey(address)).toBe("203.0.113.9");
});

test("counts a whole IPv6 /64 as one caller, and its neighbour as another", () => {
  const key = toAddressKey("2001:db8:1:2::1");
  expect(toAddressKey("2001:0DB8:0001:0002:ffff:1:2:3")).toBe(key);
  expect(toAddressKey("2001:db8:1:2::1%eth0")).toBe(key);
  expect(toAddressKey("2001:db8:1:3::1")).not.toBe(key);
});

test("puts everything that is no address under one key", () => {
  expect(toAddressKey("nonsense")).toBe(toAddressKey("<script>"));
});

test("knows the machine itself in every spelling", () => {
  for (const address of ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
    expect(isLoopback(address)).toBe(true);
  for (const address of ["10.0.0.1", "::ffff:10.0.0.1", undefined, "x"])
    expect(isLoopback(address)).toBe(false);
});
