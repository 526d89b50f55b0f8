import { describe, expect, test } from "vitest";
import { toSafeLink, toSafeSource } from "./safe-url.ts";

const HOSTILE = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://shop.example/1",
  "file:///etc/passwd",
  "intent://scan/#Intent;end",
  "weixin://dl/business",
  "//evil.example/x",
  "\\\\evil.example\\x",
  "/\\evil.example",
  "../admin",
  "",
];

describe("links", () => {
  test.each(HOSTILE)("are not made of %j", (url) => {
    expect(toSafeLink(url)).toBeNull();
  });

  test.each([
    "https://shop.example/a?b=1#c",
    "http://shop.example/",
    "mailto:help@shop.example",
    "tel:+864001234567",
  ])("are made of %s", (url) => {
    expect(toSafeLink(url)).toBe(url);
  });
});

describe("images and files", () => {
  test.each([...HOSTILE, "http://shop.example/a.png", "mailto:a@b.example"])(
    "are not loaded from %j",
    (url) => {
      expect(toSafeSource(url)).toBeNull();
    },
  );

  test("are loaded from our own paths and over https", () => {
    expect(toSafeSource("/v1/files/abc")).toBe("/v1/files/abc");
    expect(toSafeSource("https://cdn.shop.example/a.png")).toBe("https://cdn.shop.example/a.png");
  });
});
