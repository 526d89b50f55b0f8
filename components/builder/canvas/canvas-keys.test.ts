import { expect, test } from "vitest";
import { readKey } from "./canvas-keys.ts";
import { isTyping } from "./is-typing.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test("the usual keys do the usual things, with Ctrl and with ⌘", () => {
  expect(readKey(press("z", { ctrlKey: true }), false)).toBe("undo");
  expect(readKey(press("Z", { metaKey: true, shiftKey: true }), false)).toBe("redo");
  expect(readKey(press("y", { ctrlKey: true }), false)).toBe("redo");
  expect(readKey(press("Delete"), false)).toBe("remove");
  expect(readKey(press("？"), false)).toBe("shortcuts");
});

test("letters, arrows and Tab are the canvas's only while it has the focus", () => {
  for (const key of ["a", "c", "Enter", "ArrowLeft", "Tab", "Escape"]) {
    expect(readKey(press(key), false)).toBeNull();
    expect(readKey(press(key), true)).not.toBeNull();
  }
});

test("copy, cut, paste and the browser's own keys are left to the browser", () => {
  for (const key of ["c", "x", "v", "p", "r"])
    expect(readKey(press(key, { ctrlKey: true }), true)).toBeNull();
  expect(readKey(press("ArrowLeft", { altKey: true }), true)).toBeNull();
});

test("whoever types is left alone", () => {
  const inside = (selector: string) => ({ closest: (list: string) => list.split(", ").includes(selector) });
  for (const place of ["input", "textarea", ".cm-editor", '[role="dialog"]', '[data-panel="preview"]']) {
    expect(isTyping(inside(place))).toBe(true);
  }
  expect(isTyping(inside("section"))).toBe(false);
  expect(isTyping(null)).toBe(false);
});
