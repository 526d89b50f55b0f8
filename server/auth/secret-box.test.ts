import fc from "fast-check";
import { expect, test } from "vitest";
import { createSecretBox, identitySecretPlace } from "./secret-box.ts";

const box = createSecretBox("first secret of the server, quite long");
const place = identitySecretPlace({ workspaceId: "w1", id: "b1" });

test("what was sealed for a place opens there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (plain) => {
      expect(box.open(box.seal(plain, place), place)).toBe(plain.toWellFormed());
    }),
  );
});

test("two seals of one text differ, and neither holds the text", () => {
  const sealed = [box.seal("shop key", place), box.seal("shop key", place)];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(sealed.join()).not.toContain("shop key");
});

test("a value moved to another row or workspace does not open", () => {
  const sealed = box.seal("shop key", place);
  for (const other of [
    { workspaceId: "w1", id: "b2" },
    { workspaceId: "w2", id: "b1" },
  ]) {
    expect(() => box.open(sealed, identitySecretPlace(other))).toThrow("internal");
  }
});

test("any changed character makes it unreadable", () => {
  const sealed = box.seal("shop key", place);
  for (let index = 0; index < sealed.length - 1; index++) {
    const changed = sealed.slice(0, index) + (sealed[index] === "A" ? "B" : "A") + sealed.slice(index + 1);
    expect(() => box.open(changed, place)).toThrow("internal");
  }
});

test("a new secret opens what the earlier one sealed, and seals with its own key id", () => {
  const sealed = box.seal("shop key", place);
  const rotated = createSecretBox("second secret of the server, as long", [
    "first secret of the server, quite long",
  ]);
  expect(rotated.open(sealed, place)).toBe("shop key");
  expect(rotated.seal("x", place).split(".")[1]).not.toBe(sealed.split(".")[1]);
  expect(() => createSecretBox("second secret of the server, as long").open(sealed, place)).toThrow(
    "internal",
  );
});
