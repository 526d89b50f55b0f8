import { expect, test } from "vitest";
import { dropSame, dropSent, toDocumentChange, toSettings } from "./settings-draft.ts";

const DOCUMENT: Parameters<typeof toSettings>[0] = {
  ...{ name: "退货政策.pdf", tags: ["售后", "退货"], language: "zh-CN", isLanguageChosen: false },
  dataClass: "general",
  ...{ validFrom: null, validUntil: "2026-12-31", resyncHours: null },
};

test("what is typed and is as it was saved is no change; blanks and other commas are none either", () => {
  const saved = toSettings(DOCUMENT);
  expect(dropSame({ name: "退货政策.pdf ", tags: "售后，退货", validUntil: "2026-12-31" }, saved)).toEqual(
    {},
  );
  expect(dropSame({ name: "退货", tags: "售后" }, saved)).toEqual({ name: "退货", tags: "售后" });
});

test("what was saved is no edit when a colleague saves something newer; what was typed meanwhile still is", () => {
  const sent = { name: "退货", tags: "售后" };
  const newer = toSettings({ ...DOCUMENT, name: "同事起的名字", tags: ["同事"] });
  expect(dropSame(dropSent(sent, sent), newer)).toEqual({});
  expect(dropSame(dropSent({ ...sent, name: "退货规则", validUntil: "" }, sent), newer)).toEqual({
    ...{ name: "退货规则", validUntil: "" },
  });
});

test("only what was changed is sent: a colleague's newer settings stay", () => {
  expect(toDocumentChange({ validUntil: "" })).toEqual({ validUntil: null });
  expect(toDocumentChange({ tags: "售后, 换货", name: " 退货 " })).toEqual({
    ...{ name: "退货", tags: ["售后", "换货"] },
  });
});

test("a chosen language, and that it has none, can go back to automatic", () => {
  expect(toSettings(DOCUMENT).language).toBe("automatic");
  expect(toSettings({ ...DOCUMENT, isLanguageChosen: true }).language).toBe("zh-CN");
  expect(toSettings({ ...DOCUMENT, isLanguageChosen: true, language: null }).language).toBe("unknown");
  expect(toDocumentChange({ language: "automatic" })).toEqual({ language: "automatic" });
  expect(toDocumentChange({ language: "unknown" })).toEqual({ language: null });
});
