import { expect, test, vi } from "vitest";
import type { LearnedPart } from "#flows/preview/learned-part.ts";
import { AppError } from "../app-error.ts";
import { createModelStore } from "./model-store.ts";

const toPart = (name: string): LearnedPart => ({
  type: "intents",
  intents: [{ id: "a", name, examples: ["我要退货"] }],
});

test("a part that cannot be learned is not tried again by those who poll for it; a changed one is", async () => {
  const late = new AppError("payload_too_large", { reason: "learning_late" });
  const learn = vi.fn(() => Promise.reject<string>(late));
  const store = createModelStore(learn);
  expect(store.get("shop", toPart("退货"))).toEqual({ state: "learning" });
  await vi.waitFor(() =>
    expect(store.get("shop", toPart("退货"))).toMatchObject({ state: "failed", error: late }),
  );
  for (let asked = 0; asked < 3; asked += 1)
    expect(store.get("shop", toPart("退货"))).toMatchObject({ state: "failed" });
  expect(learn).toHaveBeenCalledTimes(1);
  expect(store.get("shop", toPart("换货"))).toEqual({ state: "learning" });
  expect(learn).toHaveBeenCalledTimes(2);
});
