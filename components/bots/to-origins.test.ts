import { expect, test } from "vitest";
import { toOrigins } from "./to-origins.ts";

test("one origin a line, in browsers' own spelling, each once", () => {
  expect(toOrigins(" https://Shop.example/\n\nhttp://localhost:8080\nhttps://shop.example")).toEqual({
    origins: ["https://shop.example", "http://localhost:8080"],
    problem: null,
  });
});

test.each([
  "shop.example",
  "https://shop.example/path",
  "ftp://shop.example",
  "*",
  "https://*.shop.example/x",
])("%s is named as the problem", (line) => {
  expect(toOrigins(`https://good.example\n${line}`).problem).toBe(line);
});
