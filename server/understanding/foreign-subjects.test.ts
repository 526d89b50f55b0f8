import { expect, test } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { toToken } from "./extract-features.ts";
import { createForeignCheck } from "./foreign-subjects.ts";
import { createFaqMatcher } from "./match-faq.ts";

const STORE = {
  id: "store",
  question: "Where is your store?",
  similar: [
    "is there a store near me",
    "do you have a store",
    "where can I find your shop",
    "is there a shop in shanghai",
    "你们店在哪里",
    "附近有你们的店吗",
    "你们有实体店吗",
  ],
};
const DELIVERY = {
  id: "delivery",
  question: "How long is delivery?",
  similar: ["when does my parcel arrive", "how many days until it is here", "几天能送到", "送货要多久"],
};
const PARKING = {
  id: "parking",
  question: "Can I park there?",
  similar: ["is there parking", "car park", "有停车位吗", "能停车吗"],
};

const match = (text: string, entries: readonly (typeof STORE)[]) =>
  createFaqMatcher(compileFaq({ entries, synonyms: [] })).match(text);

test.each(["is there a subway near the store", "你们店附近有停车场吗", "附近有你们的店可以停车吗"])(
  "%j is not answered by where the store is",
  (text) => expect(match(text, [STORE, DELIVERY]).outcome).not.toBe("sure"),
);

test.each(["is there a store near me please", "你们店附近有停车场吗"])(
  "%j is answered where the business speaks of it",
  (text) => expect(match(text, [STORE, DELIVERY, PARKING]).outcome).toBe("sure"),
);

const toTable = (lines: readonly string[]) => ({
  ...{ lines, keys: lines, owners: new Int32Array(lines.length), places: new Int32Array(lines.length) },
  roles: new Uint8Array(lines.length),
});

test("whole words are looked for: a business is not an omnibus", () => {
  const isForeign = createForeignCheck(toTable(["where is my parcel"]));
  expect(isForeign(["the", "bus", "stop"].map(toToken))).toBe(true);
  expect(isForeign(["the", "business"].map(toToken))).toBe(false);
});

test("nothing is foreign to an assistant for everything", () => {
  const few = "pizza gym yoga movi song dog cat loan museum zoo lawyer metro tram taxi uber".split(" ");
  const more =
    "airport passport embassi toilet bathroom wifi restaur burger sushi lunch dinner breakfast recip".split(
      " ",
    );
  expect(createForeignCheck(toTable(few))(["haircut"])).toBe(true);
  expect(createForeignCheck(toTable([...few, ...more]))(["haircut"])).toBe(false);
});
