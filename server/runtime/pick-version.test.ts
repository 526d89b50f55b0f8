import { describe, expect, test } from "vitest";
import { decideGray, type OpenGrayRelease } from "./pick-version.ts";

const release = (audience: Partial<OpenGrayRelease["audience"]>, id = "r1"): OpenGrayRelease => ({
  id,
  versionId: "v2",
  audience: { percent: 0, allowList: [], channels: [], tags: [], ...audience },
});

const customers = Array.from({ length: 10_000 }, (_, i) => ({ contactKey: `visitor:${i}`, channel: "web" }));
const inside = (gray: OpenGrayRelease) => customers.map((customer) => decideGray(gray, customer) === "yes");

describe("a share of the customers", () => {
  test("is the same customers at each of 10,000 visits", () => {
    const gray = release({ percent: 30 });
    const first = inside(gray);
    for (let visit = 0; visit < 3; visit += 1) expect(inside(gray)).toEqual(first);
    const [some] = customers;
    if (!some) throw new Error("no customer");
    const answers = new Set(Array.from({ length: 10_000 }, () => decideGray(gray, some)));
    expect(answers.size).toBe(1);
  });

  test("is as large as it was set, and only grows when it is raised", () => {
    const steps = [0, 10, 50, 80, 100].map((percent) => inside(release({ percent })));
    expect(steps.map((step) => Math.round(step.filter(Boolean).length / 100))).toEqual([0, 10, 50, 80, 100]);
    for (let i = 1; i < steps.length; i += 1)
      expect(customers.filter((_, c) => steps[i - 1]?.[c] && !steps[i]?.[c])).toEqual([]);
  });

  test("is other customers in another release", () => {
    expect(inside(release({ percent: 50 }))).not.toEqual(inside(release({ percent: 50 }, "r2")));
  });
});

describe("limits", () => {
  test("a customer on the list is always in, whatever the share, the channel and the tags", () => {
    const gray = release({ allowList: ["visitor:1"], channels: ["wechat"], tags: ["vip"] });
    expect(decideGray(gray, { contactKey: "visitor:1", channel: "web" })).toBe("yes");
  });

  test("other channels are out, and tags are for the database to know", () => {
    const gray = release({ percent: 100, channels: ["wechat"], tags: ["vip"] });
    expect(decideGray(gray, { contactKey: "visitor:2", channel: "web" })).toBe("no");
    expect(decideGray(gray, { contactKey: "visitor:2", channel: "wechat" })).toBe("with-tag");
  });
});
