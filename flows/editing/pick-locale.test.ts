import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import type { Locale, Text } from "../kernel/text.ts";
import { pickLocale } from "./pick-locale.ts";

function draw(language: Locale, texts: readonly Text[]) {
  const nodes = texts.map((text, i) => [
    `m${i}`,
    { kind: "message", config: { blocks: [{ type: "text", text }] } },
  ]);
  return bundleSchema.parse(
    drawBundle({ nodes: { start: { kind: "start" }, ...Object.fromEntries(nodes) }, settings: { language } }),
  );
}

const both = { "zh-CN": "您好", en: "Hello" };

test("a bot of both languages meets readers in theirs", () => {
  const bundle = draw("zh-CN", [both, both]);
  expect([pickLocale(bundle, "en"), pickLocale(bundle, "zh-CN")]).toEqual(["en", "zh-CN"]);
});

test("a bot of one language keeps to it, whoever reads", () => {
  expect(pickLocale(draw("zh-CN", ["您好", { "zh-CN": "再见" }]), "en")).toBe("zh-CN");
  expect(pickLocale(draw("en", ["Hello"]), "zh-CN")).toBe("en");
});

test("a language that few texts have is not spoken yet", () => {
  expect(pickLocale(draw("zh-CN", [both, { "zh-CN": "再见" }]), "en")).toBe("zh-CN");
});
