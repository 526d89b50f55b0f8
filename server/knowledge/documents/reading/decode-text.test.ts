import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const TEXT = "商品签收后七天内可退。\nReturns within seven days";
/** 退货须知 in GBK. */
const GBK = [0xcd, 0xcb, 0xbb, 0xf5, 0xd0, 0xeb, 0xd6, 0xaa];
const toBigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();

test.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
  ["UTF-16", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
  ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
  ["UTF-16, big end first", toBigEndian(`\ufeff${TEXT}`)],
])("%s is read", (_, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT);
});

test.each([
  ["UTF-8", Buffer.from("七天内可退。").subarray(0, -1), "七天内可退"],
  ["UTF-8 with a mark", Buffer.from("\ufeff七天内可退。").subarray(0, -2), "七天内可退"],
  ["UTF-16", Buffer.from("\ufeff七天内可退。", "utf16le").subarray(0, -1), "七天内可退"],
  ["GBK", Buffer.from(GBK).subarray(0, -1), "退货须"],
])(
  "%s that was cut off within a character is read up to it, and taken for nothing else",
  (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  },
);

test("what is marked as one encoding and holds another is refused", () => {
  expect(() => decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xff, 0x41]))).toThrow(
    expect.objectContaining({ code: "unknown_encoding" }),
  );
});
