import { afterEach, expect, test, vi } from "vitest";
import { DEFAULT_SETTINGS } from "./engine/preview-settings.ts";
import { EMPTY_TALK } from "./engine/preview-talk.ts";
import { keepPreview, loadPreview } from "./preview-storage.ts";

afterEach(() => vi.unstubAllGlobals());

test("a fresh preview begins in the language that it is given, also where storage is shut", () => {
  expect(loadPreview("b", "en").settings.locale).toBe("en");
  expect(loadPreview("b", "zh-CN").settings.locale).toBe("zh-CN");
});

test("of a version only its name is kept; what an earlier release kept ran on the draft", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  const version = { id: "v3", number: 3 };
  keepPreview("b", { talk: EMPTY_TALK, settings: DEFAULT_SETTINGS, version });
  expect(loadPreview("b", "en").version).toEqual(version);
  kept.set("jieda.preview.b", JSON.stringify({ format: 2, talk: EMPTY_TALK, settings: DEFAULT_SETTINGS }));
  expect(loadPreview("b", "en").version).toBeNull();
});

test("a language that the tester chose in this tab is kept", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  keepPreview("b", { talk: EMPTY_TALK, settings: { ...DEFAULT_SETTINGS, locale: "zh-CN" }, version: null });
  expect(loadPreview("b", "en").settings.locale).toBe("zh-CN");
  expect(loadPreview("other", "en").settings.locale).toBe("en");
});
