import { expect, test } from "vitest";
import { openShop } from "./ask-shop.ts";

test("a present for somebody's birthday is advised on; the members' own is told of", () => {
  const ask = openShop();
  for (const text of ["what should i get my wife for her birthday", "gift for my dad"])
    expect(ask(text, "en"), text).toEqual({ type: "taken", id: "@product-advice" });
  for (const text of ["birthday gift", "do members get a birthday gift"])
    expect(ask(text, "en"), text).toEqual({ type: "taken", id: "membership-birthday" });
});
