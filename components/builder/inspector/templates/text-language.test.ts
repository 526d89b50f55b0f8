import { describe, expect, it } from "vitest";
import { listMissing, losesText, mergeText, splitText } from "./text-language.ts";

describe("texts of several languages", () => {
  it("split without losing what is written", () => {
    expect(splitText("您好", "zh-CN")).toEqual({ "zh-CN": "您好" });
    expect(splitText(undefined, "en")).toEqual({ en: "" });
  });

  it("merge into the language that is asked for, or the one that is written", () => {
    expect(mergeText({ "zh-CN": "您好", en: "Hello" }, "en")).toBe("Hello");
    expect(mergeText({ "zh-CN": "您好", en: " " }, "en")).toBe("您好");
    expect(mergeText("您好", "en")).toBe("您好");
  });

  it("tell when merging would throw a text away", () => {
    expect(losesText({ "zh-CN": "您好", en: "Hello" })).toBe(true);
    expect(losesText({ "zh-CN": "OK", en: "OK" })).toBe(false);
    expect(losesText({ "zh-CN": "您好" })).toBe(false);
  });

  it("name the language that is missing, unless nothing is written at all", () => {
    expect(listMissing({ "zh-CN": "您好" })).toEqual(["en"]);
    expect(listMissing({ "zh-CN": "" })).toEqual([]);
    expect(listMissing("您好")).toEqual([]);
  });
});
