import fc from "fast-check";
import { expect, test } from "vitest";
import { findLinks } from "./find-links.ts";

const addresses = (text: string) => findLinks(text).flatMap((run) => (run.href ? [run.text] : []));

test("an address ends where the Chinese or English sentence goes on", () => {
  expect(addresses("详见 https://shop.example/help，谢谢")).toEqual(["https://shop.example/help"]);
  expect(addresses("See https://shop.example/a?b=1. (or http://shop.example/b)")).toEqual([
    "https://shop.example/a?b=1",
    "http://shop.example/b",
  ]);
});

test("nothing of a text is lost or added", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("https://a.example/x", "，", " ", ".", "退货", "http://", "javascript:x"), {
        maxLength: 12,
      }),
      (words) => {
        const text = words.join("");
        expect(
          findLinks(text)
            .map((run) => run.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
