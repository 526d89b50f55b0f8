import { afterEach, expect, test, vi } from "vitest";
import { keepTitle } from "./keep-title.ts";

afterEach(() => vi.unstubAllGlobals());

test("a title that a navigation takes away is set again; one that somebody else set stays", () => {
  const page = { title: "", head: {} };
  let change = (): void => {};
  let isWatching = false;
  vi.stubGlobal("document", page);
  vi.stubGlobal(
    "MutationObserver",
    class {
      constructor(onChange: () => void) {
        change = onChange;
      }
      observe(): void {
        isWatching = true;
      }
      disconnect(): void {
        isWatching = false;
      }
    },
  );
  const stop = keepTitle("咖啡机 · Jieda 解答");
  expect(page.title).toBe("咖啡机 · Jieda 解答");
  page.title = "";
  change();
  expect(page.title).toBe("咖啡机 · Jieda 解答");
  page.title = "另一页";
  change();
  expect(page.title).toBe("另一页");
  expect(isWatching).toBe(true);
  stop();
  expect(isWatching).toBe(false);
});
