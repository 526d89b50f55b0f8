import { expect, test } from "vitest";
import { chooseOnly, toDraft } from "./use-provider-form.ts";

const KNOWN: NonNullable<Parameters<typeof toDraft>[0]> = {
  ...{ baseUrl: "https://api.example/v1", model: "bge-m3", dimensions: 1024, batchSize: 8, hasKey: true },
  ...{ authorName: "小林", updatedAt: "2026-11-27T00:00:00.000Z" },
};

test("the only model of this machine is chosen; of several, somebody chooses", () => {
  const begin = (serving: readonly string[]) => chooseOnly(toDraft(null, serving), serving);
  expect(begin(["bge-small-zh-v1.5"])).toMatchObject({ place: "local", folder: "bge-small-zh-v1.5" });
  expect(begin(["bge-small-zh-v1.5", "e5"])).toMatchObject({ place: "local", folder: "" });
  expect(begin([])).toMatchObject({ place: "endpoint", folder: "" });
  // Its folder was put there after the form was opened.
  expect(chooseOnly(toDraft(null, []), ["e5"]).folder).toBe("e5");
});

test("what is in use stands in the form, whatever else lies on this machine", () => {
  expect(chooseOnly(toDraft(KNOWN, ["e5"]), ["e5"])).toMatchObject({ place: "endpoint", model: "bge-m3" });
  const gone = toDraft({ ...KNOWN, baseUrl: null, model: "gone" }, ["e5"]);
  expect(chooseOnly(gone, ["e5"]).folder).toBe("gone");
});
