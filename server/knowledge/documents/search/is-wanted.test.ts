import { expect, test, vi } from "vitest";
import { normalizeText } from "../../../understanding/normalize.ts";
import { findWanted, toOrigin } from "./is-wanted.ts";

vi.mock("../../../understanding/normalize.ts", { spy: true });

test("a search brings its sources to one form once, and no name of a document again", () => {
  const documents = Array.from({ length: 100 }, (_, place) => ({
    ...{ layer: "documents" as const, language: null, dataClass: "general" as const },
    origin: toOrigin({ name: `Ｐｒｉｃｅ 表 ${place}.PDF`, url: `https://Shop.example/Help/${place}` }),
  }));
  vi.mocked(normalizeText).mockClear();
  const isWanted = findWanted({ sources: ["合同", "price表 99", "/help/42"] });
  expect(documents.flatMap((document, place) => (isWanted(document) ? [place] : []))).toEqual([42, 99]);
  // What has a slash is no name.
  expect(vi.mocked(normalizeText).mock.calls).toEqual([["合同"], ["price表 99"]]);
});
